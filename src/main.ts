import { runCli } from './cli/cli'
import { ownTerminal } from './cli/terminal'

// `bellhop --help | head -1` closes the pipe once it has its line: that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem
  })

process.exitCode = await runCli(process.argv.slice(2), ownTerminal())
