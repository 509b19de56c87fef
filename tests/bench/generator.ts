import { spawnProgram, waitFor } from '../support/programs'
import type { HoldJob, Job, Result } from './load/job'

const main = `${import.meta.dir}/load/main.ts`
const start = (job: Job) => spawnProgram(process.execPath, [main], { input: JSON.stringify(job) })

/** Runs a job in a process of its own and answers what it measured. */
export const generate = async (job: Exclude<Job, HoldJob>): Promise<Result> => {
  const program = start(job)
  const late = setTimeout(() => program.kill(), (job.warmUp + job.seconds) * 1000 + 45_000)
  await program.exited
  clearTimeout(late)
  const found = /^result (.+)$/m.exec(program.output())?.[1]
  if (found === undefined) throw new Error(`The generator failed:\n${program.output()}`)
  return JSON.parse(found) as Result
}

/** Opens streams and holds them until the answered function is called. */
export const hold = async (job: HoldJob): Promise<() => Promise<{ closed: number }>> => {
  const program = start(job)
  const failed = program.exited.then(() => {
    throw new Error(`The generator did not hold:\n${program.output().slice(-2000)}`)
  })
  failed.catch(() => {})
  await Promise.race([
    failed,
    waitFor('the streams', () => /^held/m.test(program.output()), 60_000),
  ])
  return async () => {
    await program.stop()
    return JSON.parse(/^result (.+)$/m.exec(program.output())?.[1] ?? '{"closed":-1}')
  }
}
