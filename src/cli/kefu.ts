import { existsSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import { readDuration } from '../../actors/durations'
import { limits } from '../../actors/limits'
import { OWN_SOURCE } from '../../actors/moving/line'
import { defaultDepartment } from '../commands/departments/default'
import { CliError } from './cli-error'
import { dumpRows } from './kefu/dump'
import { type Counted, kefuLines } from './kefu/lines'
import { liveRows } from './kefu/live'
import { gatherMarks } from './kefu/marks'
import { openStaging } from './kefu/staging'
import type { Door } from './moving/door'
import { type MoveFlags, moveIn, withDry } from './moving/run'
import { withData } from './options'
import { withJson } from './output'
import type { Cli } from './terminal'

const DEFAULT_GAP = '30m'

const more = `
FROM is the MySQL database of a kefu system (mysql://user:password@host/database), which is only read, or a dump of it
as mysqldump writes it, compressed or not. Groups become departments, agents get accounts without a password
(set one with \`agent password\`, or give a link out under People), chats become conversations: between two of them there
was silence for longer than --gap. Ratings come with them, questions and robot answers become canned replies.
The same again takes nothing twice; --gap stays what it was the first time.`

type Flags = MoveFlags & { gap?: string; files?: string; source: string }

export const addKefu = (group: Command, cli: Cli) => {
  withDry(withJson(withData(group.command('kefu'))))
    .description('bring in what a kefu system has: its MySQL database, or a dump of that')
    .argument('<from>', 'mysql://… or a dump')
    .option('--gap <time>', `silence between two conversations, like 30m (${DEFAULT_GAP})`)
    .option('--files <folder>', 'its folder static/uploads: files come along')
    .option('--source <name>', 'what it is called here, where there are several', 'kefu')
    .addHelpText('after', more)
    .action((from: string, flags: Flags) => bring(cli, from, flags))
}

const bring = async (cli: Cli, from: string, flags: Flags): Promise<void> => {
  const { source, files } = flags
  if (source === OWN_SOURCE || source === '' || Buffer.byteLength(source) > limits.origin)
    throw new CliError(`--source cannot be ${JSON.stringify(source)}`, 2)
  const isLive = /^mysql:\/\//i.test(from)
  if (isLive && !URL.canParse(from))
    throw new CliError('The address of the database is not right', 2)
  if (!isLive && !existsSync(from)) throw new CliError(`There is no file ${from}`, 2)
  if (files !== undefined && !statSync(files, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(`There is no folder ${files}`, 2)
  let gap = gapOf(flags.gap, undefined)
  const counted: Counted = { chats: 0, conversations: 0, ratings: 0 }
  // What the audit keeps of where it came from is no secret.
  const what = isLive
    ? `${source} (${new URL(from).hostname})`
    : `${source} (${from.split('/').at(-1)})`
  const lines = async function* (scratch: string, door: Door) {
    const desk = await deskNow(door, source)
    gap = gapOf(flags.gap, desk.gap)
    const staging = openStaging(scratch)
    try {
      await staging.fill(isLive ? liveRows(from) : dumpRows(from))
      const missing = staging.missing()
      if (missing.length > 0)
        throw new CliError(`This is no kefu system: there is nothing in ${missing.join(', ')}`, 2)
      gatherMarks(staging.db)
      yield* kefuLines(staging, { source, usual: desk.usual, gap, files }, counted)
    } finally {
      staging.close()
    }
  }
  const told = () => [
    `${counted.chats.toLocaleString('en')} chats are ${counted.conversations.toLocaleString('en')} conversations, with silences of ${gap / 60_000} minutes between them; ${counted.ratings.toLocaleString('en')} ratings`,
  ]
  await moveIn(cli, flags, what, lines, told)
}

/** How long silence ends a conversation, ms: what was said the first time holds. */
const gapOf = (typed: string | undefined, before: number | undefined): number => {
  const gap = typed === undefined ? undefined : readDuration(typed)
  if (typed !== undefined && (gap === undefined || gap < 1000))
    throw new CliError('--gap must be a time like 30m', 2)
  if (before !== undefined && gap !== undefined && gap !== before)
    throw new CliError(
      `--gap was ${before / 60_000}m the first time, and stays so: else chats would come twice`,
      2,
    )
  return before ?? gap ?? readDuration(DEFAULT_GAP) ?? 0
}

/** What the desk calls its usual department, and which gap was used before. */
const deskNow = (door: Door, source: string) =>
  door.look(async (store) => {
    const usual = await defaultDepartment({ store }, 'agent')
    const [gap] = await store.origins.known([{ source, kind: 'setting', sourceId: 'gap' }])
    return { usual: usual?.name ?? 'Support', gap: gap ? Number(gap.id) : undefined }
  })
