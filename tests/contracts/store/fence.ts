import { expect, test } from 'bun:test'
import type { Store } from '../../../src/store/store'
import { conversationRow, lineRow, mailTo, saying, turnOf } from '../../support/turns'
import { type Fresh, tallied, together, withStore } from './fixtures'

/** A writer that loads, takes its turn and commits, and again when another was first. */
const say = async ({ turns }: Store, conversation: string, clientId: string) => {
  for (let tries = 1; tries <= 200; tries++) {
    const stored = await turns.load(`conversation:${conversation}`)
    const outcome = await turns.commit(
      saying(conversation, (stored?.version ?? 0) + 1, { clientId }),
    )
    if (outcome !== 'stale') return outcome
  }
  return 'never'
}

const upTo = (n: number) => Array.from({ length: n }, (_, nth) => nth + 1)

export const fenceContract = (fresh: Fresh): void =>
  withStore('the fence', fresh, (store) => {
    /** Everything a conversation's turn could have left behind. */
    const traces = async (conversation: string) => {
      const { turns, transcripts, mail, conversations } = store()
      const reads = await turns.reads({ department: 'fenced', line: 99, conversation })
      return {
        version: (await turns.load(`conversation:${conversation}`))?.version ?? 0,
        journal: (await turns.journal(`conversation:${conversation}`, 0, 99)).length,
        entries: (await transcripts.after(conversation, 0, 99)).length,
        mail: (await mail.due(1_000, 999)).filter(({ id }) => id.includes(conversation)).length,
        row: reads.row === null ? 0 : 1,
        decisions: (await turns.decisions(conversation)).length,
        summary: (await conversations.find(conversation)) === undefined ? 0 : 1,
      }
    }
    const nothing = {
      version: 0,
      journal: 0,
      entries: 0,
      mail: 0,
      row: 0,
      decisions: 0,
      summary: 0,
    }

    /** A turn that touches every table. */
    const wide = (conversation: string, version: number, clientId: string) =>
      saying(
        conversation,
        version,
        { clientId },
        {
          mail: [mailTo('agent:ana', `conversation:${conversation}/${version}/0`)],
          keeps: [{ in: 'line', ...lineRow('fenced', conversation) }],
          decisions: [
            {
              ...{ department: 'fenced', conversation, ticket: 1, at: 1 },
              ...{ strategy: 'least-loaded', chosen: null, candidates: [], others: {} },
            },
          ],
          summary: { of: 'conversation', ...conversationRow(conversation) },
        },
      )

    test('a version that was made is stale and leaves nothing', async () => {
      const { turns } = store()
      await turns.commit(turnOf('conversation:made', 1))
      expect(await turns.commit(wide('made', 1, 'late'))).toBe('stale')
      expect(await traces('made')).toEqual({ ...nothing, version: 1, journal: 1 })
    })

    test('a client id that was used is a repeat and leaves nothing', async () => {
      const { turns } = store()
      await turns.commit(saying('twice', 1, { clientId: 'same' }))
      expect(await turns.commit(wide('twice', 2, 'same'))).toBe('repeat')
      expect(await traces('twice')).toEqual({ ...nothing, version: 1, journal: 1, entries: 1 })
      expect(await turns.commit(wide('twice', 2, 'other'))).toBe('done')
      expect(await turns.commit(saying('elsewhere', 1, { clientId: 'same' }))).toBe('done')
    })

    test('a seq that was used stops the turn, and is never taken for a repeat', async () => {
      const { turns } = store()
      await turns.commit(saying('seq', 1))
      const again = saying('seq', 2, { seq: 1, clientId: 'client_id' })
      expect(await turns.commit(again)).toBe('stale')
      expect((await traces('seq')).version).toBe(1)
    })

    test('mail that is gone stops the turn and leaves nothing', async () => {
      const { turns } = store()
      expect(await turns.commit(wide('mailed', 1, 'one'), 'agent:amir/1/0')).toBe('gone')
      expect(await traces('mailed')).toEqual(nothing)
    })

    test('a turn that does not go through does not consume its mail', async () => {
      const { turns, mail } = store()
      const letter = mailTo('conversation:kept', 'agent:amir/5/0')
      await turns.commit(turnOf('agent:amir', 5, { mail: [letter] }))
      await turns.commit(saying('kept', 1, { clientId: 'said' }))
      expect(await turns.commit(turnOf('conversation:kept', 1), letter.id)).toBe('stale')
      const repeated = saying('kept', 2, { clientId: 'said' })
      expect(await turns.commit(repeated, letter.id)).toBe('repeat')
      expect((await mail.due(1_000, 99)).map(({ id }) => id)).toContain(letter.id)
      expect(await turns.commit(turnOf('conversation:kept', 2), letter.id)).toBe('done')
      expect((await mail.due(1_000, 99)).map(({ id }) => id)).not.toContain(letter.id)
      expect(await turns.commit(turnOf('conversation:kept', 3), letter.id)).toBe('gone')
    })

    test('of fifty turns that make one version exactly one is done', async () => {
      const outcomes = await together(50, (n) => store().turns.commit(wide('race', 1, `c${n}`)))
      expect(tallied(outcomes)).toEqual({ done: 1, stale: 49 })
      expect(await traces('race')).toEqual({
        ...{ version: 1, journal: 1, entries: 1, mail: 1, row: 1, decisions: 1, summary: 1 },
      })
    })

    test('one client id sent by many at once is said once', async () => {
      const outcomes = await together(12, () => say(store(), 'chorus', 'hello'))
      expect(tallied(outcomes)).toEqual({ done: 1, repeat: 11 })
      expect(await store().transcripts.after('chorus', 0, 99)).toHaveLength(1)
    })

    test('many writers leave no gap and no double', async () => {
      const outcomes = await together(8, async (writer) => {
        const own: string[] = []
        for (const n of upTo(10)) own.push(await say(store(), 'busy', `${writer}-${n}`))
        return own
      })
      expect(tallied(outcomes.flat())).toEqual({ done: 80 })
      const entries = await store().transcripts.after('busy', 0, 999)
      expect(entries.map(({ seq }) => seq)).toEqual(upTo(80))
      expect(new Set(entries.map(({ clientId }) => clientId)).size).toBe(80)
      const journal = await store().turns.journal('conversation:busy', 0, 999)
      expect(journal.map(({ version }) => version)).toEqual(upTo(80))
    })

    test('of many who consume one mail exactly one does', async () => {
      const { turns } = store()
      const letter = mailTo('agent:ana', 'visitor:vito/9/0')
      await turns.commit(turnOf('visitor:vito', 9, { mail: [letter] }))
      const outcomes = await together(20, (n) =>
        turns.commit(turnOf(`agent:one-${n}`, 1), letter.id),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, gone: 19 })
      const consumers = await turns.addresses('agent:one-', 20)
      expect(consumers.filter((address) => address.startsWith('agent:one-'))).toHaveLength(1)
    })

    test('a turn that fails fails alone', async () => {
      const { turns } = store()
      const outcomes = await Promise.allSettled(
        upTo(9).map((n) =>
          turns.commit(saying(`crowd-${n}`, 1, { name: n === 5 ? 'V'.repeat(121) : 'Vera' })),
        ),
      )
      expect(outcomes.map(({ status }) => status)).toEqual(
        upTo(9).map((n) => (n === 5 ? 'rejected' : 'fulfilled')),
      )
      expect(await traces('crowd-5')).toEqual(nothing)
      expect((await traces('crowd-6')).version).toBe(1)
    })
  })
