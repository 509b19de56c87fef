import { runCli } from './cli/cli'
import { consoleToLog } from './cli/console'
import { ownTerminal } from './cli/terminal'
import { openLog } from './log'

// `bellhop --help | head -1` closes the pipe once it has its line: that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem
  })

const { LOG_LEVEL } = process.env
const isQuiet = LOG_LEVEL === 'error' || LOG_LEVEL === 'silent'
consoleToLog(openLog(isQuiet ? LOG_LEVEL : 'warn'), console)

process.exitCode = await runCli(process.argv.slice(2), ownTerminal())
