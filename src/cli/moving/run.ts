import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import type { NotTaken } from '../../commands/moving/moved'
import { giveToOwnerOf } from '../../disk/own'
import { deskOf, deskOrNew, type Place } from '../options'
import type { Form } from '../output'
import type { Cli } from '../terminal'
import { type Door, openDoor, type Source, takeAll } from './door'
import { countsOf, sentenceOf, wordsOf } from './tell'

export type MoveFlags = Place & Form & { dryRun?: boolean }

export const withDry = (command: Command) =>
  command.addOption(new Option('--dry-run', 'look what would be taken, and change nothing'))

const SCRATCH = 'moving-'

/** Takes away what an import has left behind that was killed. */
const clearLeft = (dataDir: string) => {
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : []) {
    const pid = name.startsWith(SCRATCH) ? Number(name.slice(SCRATCH.length)) : Number.NaN
    if (pid > 0 && !isRunning(pid)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (problem) {
    return (problem as { code?: unknown }).code === 'EPERM'
  }
}

/**
 * Brings lines in and says what came of it. Ends with 1 where something could not be taken.
 * `what` is told the audit; `scratch` is a folder for bytes on their way.
 */
export const moveIn = async (
  cli: Cli,
  flags: MoveFlags,
  what: string,
  linesOf: (scratch: string, door: Door) => Source,
  more: () => readonly string[] = () => [],
): Promise<void> => {
  const dry = flags.dryRun === true
  const config = dry ? deskOf(cli, flags) : deskOrNew(cli, flags).config
  // Beside an open desk, which reads it; where there is only a database server, no folder is made of it.
  const beside = existsSync(config.dataDir) ? config.dataDir : tmpdir()
  clearLeft(beside)
  const scratch = join(beside, `${SCRATCH}${process.pid}`)
  mkdirSync(scratch, { mode: 0o700 })
  giveToOwnerOf(beside, scratch)
  const say = (text: string) => {
    if (!flags.json) cli.err(text)
  }
  try {
    const door = await openDoor(cli, config, { dry })
    try {
      const all = await takeAll(cli, door, linesOf(scratch, door), {
        refused: (one: NotTaken) => say(sentenceOf(one)),
        far: ({ taken }) => say(`So far: ${countsOf(taken)}`),
        took: (lines) => {
          for (const { path } of lines) if (path?.startsWith(scratch)) rmSync(path, { force: true })
        },
      })
      if (Object.keys(all.taken).length > 0) await door.tell(`${what}: ${countsOf(all.taken)}`)
      const refused = all.refused.map((one) => ({ ...one, sentence: sentenceOf(one) }))
      if (flags.json) {
        const { taken, known } = all
        cli.out(JSON.stringify({ dry, taken, known, refused, notes: more() }))
      } else
        for (const line of [...more(), ...wordsOf(all, { dry, refused: refused.length })])
          cli.out(line)
      cli.finish(refused.length > 0 ? 1 : 0)
    } finally {
      await door.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
