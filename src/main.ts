import { runCli } from './cli/cli'
import { ownTerminal } from './cli/terminal'

// Who reads no further, as in `bellhop --help | head -1`, has what he wanted: that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem
  })

process.exitCode = await runCli(process.argv.slice(2), ownTerminal())
