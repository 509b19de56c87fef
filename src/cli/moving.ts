import type { Command } from 'commander'
import { addKefu } from './kefu'
import { exportTo } from './moving/export'
import { readLines } from './moving/read-lines'
import { type MoveFlags, moveIn, withDry } from './moving/run'
import { type Place, withData } from './options'
import { type Form, withJson } from './output'
import type { Cli } from './terminal'

const moreOfExport = `
FILE is written line by line (JSON Lines, docs/moving.md), with all files that people sent; one whose name ends with
.gz is compressed. Passwords, sessions and secrets are not in it. Works while the desk is open and while it is closed.`

const moreOfImport = `
FILE is what \`export\` writes, compressed or not. Each line is taken once: the same file again takes nothing twice, and
one that was interrupted is gone on with. What cannot be taken is named, and the rest goes on. Nobody is told of any
of it, conversations come as ended ones, and people set passwords of their own. Where there is no desk yet
one is made only in a folder that was named (--data, DATA_DIR) and is there.`

/** `export` and `import`. */
export const addMoving = (program: Command, cli: Cli) => {
  withJson(withData(program.command('export')))
    .description('write the whole desk into a file, for another one or another program')
    .argument('<file>', 'where to')
    .addHelpText('after', moreOfExport)
    .action((file: string, flags: Place & Form) => exportTo(cli, file, flags))
  const group = withDry(withJson(withData(program.command('import'))))
    .description('bring in what was written elsewhere')
    .argument('<file>', 'what was exported')
    .addHelpText('after', moreOfImport)
    .action((file: string, flags: MoveFlags) =>
      moveIn(cli, flags, file, (scratch) => readLines(file, scratch)),
    )
  // What is said behind the name of a system is said of that.
  program.enablePositionalOptions()
  group.enablePositionalOptions()
  addKefu(group, cli)
}
