import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { isProblem } from '../../actors/problem'
import { filesOf } from '../../actors/sent-files'
import { rowOf } from '../../src/commands/conversations/access'
import { end } from '../../src/commands/conversations/end'
import { merge } from '../../src/commands/conversations/merge'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { findFile } from '../../src/commands/files/find'
import { sendFiles } from '../../src/commands/files/send'
import { deleteExpired } from '../../src/commands/privacy/retention'
import { clientId, goOnDuty, hire, openTestDesk, until, visit } from '../support/desk'
import { settled } from './duties/somebody'

const from = { address: '203.0.113.9', language: 'en' }
const YEAR_MS = 365 * 24 * 3_600_000

test('a file stays with the conversation that went on, when the one that it was sent in is kept no longer', async () => {
  const desk = await openTestDesk()
  const own = desk.desk
  const ana = await hire(desk, 'Ana', 20, 'admin')
  await goOnDuty(desk, ana)
  const [old, on] = [await visit(desk, 'Vera'), await visit(desk, 'Hugo')]
  for (const { conversation } of [old, on])
    await until(async () => (await rowOf(own, conversation))?.state === 'active')
  const row = await rowOf(own, old.conversation)
  const parts = async function* () {
    yield { name: 'client_id', value: clientId() }
    const bytes = async function* () {
      yield new TextEncoder().encode('thirteen verses about a kettle')
    }
    yield { name: 'file', fileName: 'kettle.txt', bytes: bytes() }
  }
  if (row) await sendFiles(own, old.person, row, parts(), from)
  const merged = await merge(own, ana, old.conversation, { into: on.conversation }, from)
  expect(isProblem(merged)).toBe(false)
  await settled(desk)
  const shown = async () =>
    (await own.store.transcripts.last(on.conversation, 50)).flatMap((line) => filesOf(line.body))
  const [file] = await shown()
  const id = file?.id ?? ''
  expect(await findFile(own, [ana], id)).toMatchObject({ name: 'kettle.txt' })

  const database = new Database(join(desk.config.dataDir, 'bellhop.db'))
  const aged = 'update conversations set closed_at = closed_at - ? where id = ?'
  database.run(aged, [YEAR_MS, old.conversation])
  await changeDeskSettings(own, 'retention', { keepDays: '90' })
  expect(await deleteExpired(own, ana)).toBe(1)
  expect(await own.store.conversations.find(old.conversation)).toBeUndefined()
  expect(await shown()).toMatchObject([{ id }])
  expect(await findFile(own, [ana], id)).toMatchObject({ name: 'kettle.txt' })
  expect(await own.files.read(id, 0, 30)).toBeDefined()

  // With what it is in now, it goes.
  await end(own, on.person, on.conversation)
  await settled(desk)
  database.run(aged, [YEAR_MS, on.conversation])
  database.close()
  expect(await deleteExpired(own, ana)).toBe(1)
  expect(await own.store.files.find(id)).toBeUndefined()
  expect(await own.files.read(id, 0, 30)).toBeUndefined()
  await desk.close()
}, 30_000)
