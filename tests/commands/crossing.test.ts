import { afterAll, describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { isProblem } from '../../actors/problem'
import { merge, unmerge } from '../../src/commands/conversations/merge'
import { say } from '../../src/commands/conversations/say'
import { split, unsplit } from '../../src/commands/conversations/split'
import type { Desk } from '../../src/commands/desk'
import { react } from '../../src/commands/entries/react'
import { revise } from '../../src/commands/entries/revise'
import { withdraw } from '../../src/commands/entries/withdraw'
import { clientId, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { sharedMariadb } from '../support/mariadb'
import { about, told } from './harness'

const mariadb = await sharedMariadb()

/** A desk in which whoever has read how things are stands still before they do anything. */
const standing = (desk: Desk) => {
  const hasRead = Promise.withResolvers<void>()
  const goesOn = Promise.withResolvers<void>()
  const send: Desk['system']['send'] = async (...asked) => {
    hasRead.resolve()
    await goesOn.promise
    return desk.system.send(...asked)
  }
  return {
    desk: { ...desk, system: { ...desk.system, send } },
    hasRead: hasRead.promise,
    goOn: goesOn.resolve,
  }
}

const DATABASE_URL = await mariadb.fresh()
const env = { DATABASE_URL, SECRET: 'Kq8mZr2vT7xWb4nY6cLp9sHd3fJg5aUe' }
const alone = await openTestDesk()
const two = [await openTestDesk({ env }), await openTestDesk({ env })] as const
const places: [string, TestDesk, TestDesk][] = [
  ['one node on SQLite', alone, alone],
  ['two nodes on MariaDB', ...two],
]
afterAll(async () => {
  await Promise.all([alone, ...two].map((desk) => desk.close()))
})

describe.each(places)(
  'a request that comes once more by another way, on %s',
  (_where, first, last) => {
    const [here, there] = [first.desk, last.desk]

    const spoken = async (text = 'first') => {
      const { person, conversation } = await visit(first, 'Vera')
      const id = clientId()
      const said = await say(here, person, conversation, { text, client_id: id }, about)
      expect(told(said)).toBe('done')
      return {
        person,
        conversation,
        id,
        shown: () => here.store.transcripts.shown(conversation, id),
      }
    }

    /** `act` by the one stands still, and is done by the other meanwhile. */
    const overtaken = async <T>(act: (desk: Desk) => Promise<T>, meanwhile = act) => {
      const slow = standing(here)
      const first = act(slow.desk)
      await slow.hasRead
      expect(told(await meanwhile(there))).toBe('done')
      slow.goOn()
      return first
    }

    test('is done, where it takes back what the other has taken back', async () => {
      const { person, conversation, id, shown } = await spoken()
      const late = await overtaken((desk) => withdraw(desk, person, conversation, id))
      expect(told(late)).toBe('done')
      expect((await shown())?.body.kind).toBe('withdrawn')
      const lines = await here.store.transcripts.after(conversation, 0, 50)
      expect(lines.filter(({ changes }) => changes === id)).toHaveLength(1)
    })

    test('is done, and what was said after it stays', async () => {
      const { person, conversation, id, shown } = await spoken()
      const say = (text: string, client_id: string) => (desk: Desk) =>
        revise(desk, person, conversation, id, { text, client_id })
      const second = say('second', clientId())
      const late = await overtaken(second, async (desk) => {
        expect(told(await second(desk))).toBe('done')
        return say('third', clientId())(desk)
      })
      expect(told(late)).toBe('done')
      expect((await shown())?.text).toBe('third')
    })

    test('brings back nothing that was taken back after it', async () => {
      const { person, conversation, id, shown } = await spoken()
      const form = { text: 'second', client_id: clientId() }
      const second = (desk: Desk) => revise(desk, person, conversation, id, form)
      const late = await overtaken(second, async (desk) => {
        expect(told(await second(desk))).toBe('done')
        return withdraw(desk, person, conversation, id)
      })
      // It was done, and is no more.
      expect(isProblem(late) ? late.reason : late.entry.body.kind).toBe('withdrawn')
      expect((await shown())?.text).toBe('')
    })

    test('puts an emoji there once', async () => {
      const { person, conversation, id, shown } = await spoken()
      const late = await overtaken((desk) => react(desk, person, conversation, id, { emoji: '👍' }))
      expect(told(late)).toBe('done')
      expect((await shown())?.reactions).toHaveLength(1)
    })

    test('merges, takes apart, splits and takes back once, and is done', async () => {
      const sina = await hire(first, `Sina${clientId()}`, 5, 'supervisor')
      const [one, other] = [await spoken('The lamp'), await spoken('The chair')]
      const [from, into] = [one.conversation, other.conversation]
      const noticesOf = async (id: string, code: string) =>
        (await here.store.transcripts.notices(id, 99)).filter((it) => noticeOf(it)?.code === code)
      const twice = async (act: (desk: Desk) => Promise<unknown>, id: string, code: string) => {
        const before = (await noticesOf(id, code)).length
        expect(told(await overtaken(act))).toBe('done')
        await until(async () => (await noticesOf(id, code)).length > before)
        expect(await noticesOf(id, code)).toHaveLength(before + 1)
      }
      await twice((desk) => merge(desk, sina, from, { into }, about), into, 'absorbed')
      await twice((desk) => unmerge(desk, sina, into, { from }, about), into, 'unmerged')
      await twice((desk) => split(desk, sina, into, { from: other.id }, about), into, 'split')
      const part = await until(async () => (await here.store.conversations.row(into))?.splitInto)
      await until(async () => (await noticesOf(into, 'movedOn')).length > 0)
      await twice((desk) => unsplit(desk, sina, part, {}, about), part, 'unsplit')
    })
  },
)
