/** The load generator: a process of its own. A job on stdin, its result on stdout. */
import { runHold } from './hold'
import type { Job } from './job'
import { runMessages } from './messages'
import { runPages } from './pages'

const job = JSON.parse(await Bun.stdin.text()) as Job
if (job.do === 'hold') await runHold(job)
else {
  const result = job.do === 'messages' ? await runMessages(job) : await runPages(job)
  process.stdout.write(`result ${JSON.stringify(result)}\n`)
  process.exit(0)
}
