import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Store } from '../../src/store/store'
import { scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { openSqliteAt } from './open'

const ROUNDS = 6
const rooms = Array.from({ length: 24 }, (_, n) => `room-${n}`)

/** Talks until about so many messages were acknowledged, then dies. Answers the newest seqs. */
const talkAndDie = async (path: string, acknowledged: number) => {
  const child = spawnProgram(process.execPath, [join(import.meta.dir, 'children/talk.ts'), path])
  const lines = () => child.output().split('\n').slice(0, -1)
  await waitFor('enough to be said', () => lines().length >= acknowledged, 10_000)
  child.kill('SIGKILL')
  await child.exited
  return lines().map((line) => line.split(' ') as [string, string])
}

/** How much of a conversation is there, which must be all or nothing of each turn. */
const whole = async ({ turns, transcripts, mail }: Store, room: string) => {
  const version = (await turns.load(`conversation:${room}`))?.version ?? 0
  const upTo = Array.from({ length: version }, (_, n) => n + 1)
  const journal = await turns.journal(`conversation:${room}`, 0, 100_000)
  const entries = await transcripts.after(room, 0, 100_000)
  expect(journal.map((row) => row.version)).toEqual(upTo)
  expect(entries.map(({ seq }) => seq)).toEqual(upTo)
  const timers = (await mail.due(9e12, 1_000)).filter(({ to }) => to === `conversation:${room}`)
  expect(timers.map(({ id }) => id)).toEqual(
    version === 0 ? [] : [`conversation:${room}/${version}/0`],
  )
  return version
}

test('what was acknowledged is there after every kill, whole and without a gap', async () => {
  const path = join(scratchFolder(), 'desk.db')
  let acknowledged = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const acked = await talkAndDie(path, 150 * round)
    acknowledged += acked.length
    const store = await openSqliteAt(path)
    const versions = new Map<string, number>()
    for (const room of rooms) versions.set(room, await whole(store, room))
    const lost = acked.filter(([room, seq]) => Number(seq) > (versions.get(room) ?? 0))
    expect(lost).toEqual([])
    await store.close()
  }
  expect(acknowledged).toBeGreaterThan(150 * ROUNDS)
  const db = new Database(path, { readonly: true })
  expect(db.query<[string], []>('PRAGMA integrity_check').values()).toEqual([['ok']])
  db.close()
}, 60_000)
