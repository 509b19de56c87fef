import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { openFiles } from '../files/files'
import { type ArchiveAsk, archiveOf } from '../reads/archive'
import { CliError } from './cli-error'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
VISITOR is the id of a visitor or an e-mail address. FILE gets all that is kept of them: JSON, pages to read, and
the files they sent. What colleagues wrote for each other is in colleagues.json: look at it before you hand it on.`

/** `visitor archive VISITOR FILE`. */
export const addArchive = (group: Command, cli: Cli) => {
  withJson(withData(group.command('archive')))
    .description('write all that is kept of a person into one ZIP')
    .argument('<visitor>', 'id of a visitor, or an e-mail address')
    .argument('<file>', 'where it is written')
    .addHelpText('after', more)
    .action((visitor: string, file: string, flags: Place & Form) => take(cli, visitor, file, flags))
}

const take = async (cli: Cli, visitor: string, file: string, flags: Place & Form) => {
  const config = deskOf(cli, flags)
  // Nobody gets what the audit is not told of.
  const { id: told } = await sendToDesk(cli, config, { do: 'visitor archive', input: { visitor } })
  const someone: Pick<ArchiveAsk, 'visitors' | 'customers' | 'emails' | 'conversations'> =
    JSON.parse(told)
  await lookInto(cli, flags, async (store) => {
    const files = openFiles(config, store)
    const bytesOf = (id: string, bytes: number) => files.read(id, 0, bytes)
    const ask = { ...someone, language: 'en', zone: 'UTC', now: cli.clock.now() } as const
    await write(file, archiveOf({ store, bytesOf }, ask))
  })
  const { conversations } = someone
  if (flags.json) cli.out(JSON.stringify({ file, conversations: conversations.length }))
  else cli.out(`${file} has all of it: ${conversations.length} conversations`)
}

/** Whole or not at all, and for its owner alone. */
const write = async (file: string, stream: ReadableStream<Uint8Array>) => {
  const part = `${file}.part`
  try {
    await pipeline(stream, createWriteStream(part, { mode: 0o600 }))
    await rename(part, file)
  } catch (problem) {
    await rm(part, { force: true })
    throw new CliError(`${file} could not be written`, 1, { cause: problem })
  }
}
