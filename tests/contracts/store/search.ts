import { beforeAll, expect, test } from 'bun:test'
import type { Entry } from '../../../actors/entry'
import { facets } from '../../../actors/search/document'
import { askedOf, unitsOf } from '../../../actors/search/words'
import type { SearchAsk } from '../../../src/store/ports/search'
import { indexAll } from '../../support/indexed'
import { conversationRow, saying } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const HOUR_MS = 3_600_000

const everything: Omit<SearchAsk, 'words'> = {
  ...{ beginnings: [], without: [], of: 'lines', after: null, before: null },
  ...{ agent: null, department: null, keys: [], says: null, status: null, until: null, limit: 50 },
  sight: { all: true, person: 'olga', departments: [] },
}

export const searchContract = (fresh: Fresh): void =>
  withStore('search', fresh, (store) => {
    const find = async (text: string, more: Partial<SearchAsk> = {}) => {
      const words = askedOf(unitsOf(text))
      const { hits } = await store().search.find({ ...everything, words, ...more })
      return hits.map(({ conversation, entry }) => `${conversation}-${entry?.seq ?? 0}`)
    }
    const say = (
      conversation: string,
      seq: number,
      said: Partial<Entry>,
      row: Partial<Parameters<typeof conversationRow>[1]> = {},
    ) => {
      const summary = { of: 'conversation' as const, ...conversationRow(conversation, row) }
      const at = 1_000_000 + seq * HOUR_MS
      return store().turns.commit(saying(conversation, seq, { at, ...said }, { summary }))
    }

    beforeAll(async () => {
      await say('lamp', 1, { text: 'The box was wet, I want a refund. Crème brûlée!' })
      await say('lamp', 2, { text: 'A refund takes 5 days', by: 'agent', author: 'ana' })
      await say('lamp', 3, { text: '你好，我要退款，谢谢' })
      await say('chair', 4, { text: '退货还是款项？' }, { department: 'repair', agent: 'amir' })
      await say('chair', 5, { text: 'Возврат за стул, ΟΔΟΣ, ＡＢＣ' }, { department: 'repair' })
      await say('sofa', 6, { text: 'the the the', body: { kind: 'note' } }, { agent: 'ana' })
      await indexAll(store())
    })

    test('finds words whatever their case, accents and width, in any script', async () => {
      expect(await find('REFUND')).toEqual(['lamp-2', 'lamp-1'])
      expect(await find('wet refund')).toEqual(['lamp-1'])
      expect(await find('creme BRULEE')).toEqual(['lamp-1'])
      expect(await find('возврат')).toEqual(['chair-5'])
      expect(await find('οδος abc')).toEqual(['chair-5'])
      expect(await find('refunds')).toEqual([])
    })

    test('finds one, two and three Chinese characters, where they stand together', async () => {
      expect(await find('退')).toEqual(['chair-4', 'lamp-3'])
      expect(await find('退款')).toEqual(['lamp-3'])
      expect(await find('要退款')).toEqual(['lamp-3'])
      expect(await find('退货')).toEqual(['chair-4'])
      expect(await find('款退')).toEqual([])
    })

    test('finds common and short words as well as any', async () => {
      expect(await find('the')).toEqual(['sofa-6', 'lamp-1'])
      expect(await find('a')).toEqual(['lamp-2', 'lamp-1'])
      expect(await find('5')).toEqual(['lamp-2'])
    })

    test('finds what begins so, and leaves out what has a word', async () => {
      expect(await find('', { beginnings: ['ref'] })).toEqual(['lamp-2', 'lamp-1'])
      expect(await find('box', { beginnings: ['ref'] })).toEqual(['lamp-1'])
      expect(await find('', { beginnings: ['zzz'] })).toEqual([])
      expect(await find('refund', { without: ['box'] })).toEqual(['lamp-2'])
    })

    test('finds by who wrote, when, and what the conversation is like', async () => {
      expect(await find('refund', { words: ['refund', facets.by('visitor')] })).toEqual(['lamp-1'])
      expect(await find('refund', { words: ['refund', facets.author('ana')] })).toEqual(['lamp-2'])
      const noon = 1_000_000 + 2 * HOUR_MS
      expect(await find('refund', { before: noon })).toEqual(['lamp-1'])
      expect(await find('refund', { after: noon })).toEqual(['lamp-2'])
      expect(await find('', { department: 'repair' })).toEqual(['chair-5', 'chair-4'])
      expect(await find('', { agent: 'ana' })).toEqual(['sofa-6'])
      expect(await find('refund', { status: 'closed' })).toEqual([])
      expect(await find('refund', { status: 'open' })).toEqual(['lamp-2', 'lamp-1'])
    })

    test('finds only what somebody may see', async () => {
      const sight = (departments: string[]) => ({ all: false, person: 'amir', departments })
      expect(await find('refund', { sight: sight([]) })).toEqual([])
      expect(await find('refund', { sight: sight(['sales']) })).toEqual(['lamp-2', 'lamp-1'])
      expect(await find('退', { sight: sight([]) })).toEqual([])
      expect(await find('退', { sight: sight(['repair']) })).toEqual(['chair-4'])
    })

    test('follows a conversation to where it goes', async () => {
      const move = (version: number, row: Parameters<typeof conversationRow>[1]) => {
        const summary = { of: 'conversation' as const, ...conversationRow('moved', row) }
        const at = { entries: [], summary }
        return store().turns.commit(saying('moved', version, {}, at))
      }
      const sight = (departments: string[], person = 'amir') => ({
        sight: { all: false, person, departments },
      })
      await say('moved', 30, { text: 'sunflower' }, { department: 'garden' })
      await say('moved', 31, { text: 'sunflower again' }, { department: 'garden' })
      await indexAll(store())
      const both = ['moved-31', 'moved-30']
      expect(await find('sunflower', sight(['garden']))).toEqual(both)
      await move(32, { department: 'kitchen', agent: 'noor', tags: ['Tall one'] })
      expect(await find('sunflower', sight(['garden']))).toEqual([])
      await indexAll(store())
      expect(await find('sunflower', sight(['garden']))).toEqual([])
      expect(await find('sunflower', sight(['kitchen', 'garden']))).toEqual(both)
      expect(await find('sunflower', sight([], 'noor'))).toEqual(both)
      expect(await find('', { agent: 'noor' })).toEqual(both)
      expect(await find('', { keys: ['tag:tall one'] })).toEqual(both)
      expect(await find('again', { keys: ['tag:tall one'] })).toEqual(['moved-31'])
      expect(await find('', { keys: ['tag:tall'] })).toEqual([])
      await move(33, { department: 'garden', offeredTo: 'mia' })
      await indexAll(store())
      expect(await find('sunflower', sight([], 'mia'))).toEqual(both)
      expect(await find('', { agent: 'mia' })).toEqual([])
      expect(await find('', { keys: ['tag:tall one'] })).toEqual([])
    })

    test('finds whose conversations they are', async () => {
      const people = { of: 'people' as const, words: [facets.visitor('vera')] }
      const all = ['chair-0', 'lamp-0', 'moved-0', 'sofa-0']
      expect((await find('', people)).toSorted()).toEqual(all)
      const gardeners = { all: false, person: 'amir', departments: ['garden'] }
      expect(await find('', { ...people, sight: gardeners })).toEqual(['moved-0'])
      expect(await find('vera')).toEqual([])
    })

    test('goes on where a page has ended', async () => {
      const { search } = store()
      const ask = { ...everything, words: ['refund'], limit: 1 }
      const first = await search.find(ask)
      const second = await search.find({ ...ask, until: first.next })
      expect([first, second].flatMap(({ hits }) => hits.map(({ entry }) => entry?.seq))).toEqual([
        2, 1,
      ])
      expect([first.next === null, second.next]).toEqual([false, null])
    })

    test('loses what was taken back in the very commit, and finds what was changed anew', async () => {
      await say('desk', 7, { text: 'secret parcel', clientId: 'own' })
      await indexAll(store())
      expect(await find('secret parcel')).toEqual(['desk-7'])
      await say('desk', 8, { text: 'open parcel', clientId: 'change', changes: 'own' })
      expect(await find('secret')).toEqual([])
      expect(await find('parcel')).toEqual([])
      await indexAll(store())
      expect([await find('secret'), await find('open parcel')]).toEqual([[], ['desk-7']])
      await say('desk', 9, { text: '', clientId: 'gone', changes: 'own' })
      expect(await find('parcel')).toEqual([])
      await indexAll(store())
      expect(await find('parcel')).toEqual([])
    })

    test('forgets a conversation, and takes it in again', async () => {
      await store().search.forget('lamp')
      expect(await find('refund')).toEqual([])
      await indexAll(store())
      expect(await find('refund')).toEqual(['lamp-2', 'lamp-1'])
    })

    test('forgets everything, and is made anew', async () => {
      for (let more = true; more; ) more = await store().search.clear()
      expect([await find('refund'), await find('', { beginnings: ['ref'] })]).toEqual([[], []])
      await indexAll(store())
      expect(await find('refund')).toEqual(['lamp-2', 'lamp-1'])
    })

    test('takes in nothing twice, whoever tries', async () => {
      const at = { conversation: 'lamp', from: 0, to: 3, was: null, place: [] }
      const again = { ...at, documents: [], drops: [] }
      expect(await store().search.take([again])).toBe('stale')
      expect(await find('refund')).toHaveLength(2)
    })

    test('tells lines of one millisecond apart', async () => {
      const at = 5 * HOUR_MS
      for (let seq = 20; seq < 80; seq++) await say('busy', seq, { at, text: 'all at once' })
      await indexAll(store())
      expect(new Set(await find('at once', { limit: 100 })).size).toBe(60)
    })

    test('looks further for the few of many lines that say what is meant', async () => {
      for (const nth of [50, 79]) {
        const says = ({ seq }: Entry) => seq === nth
        expect(await find('at once', { says })).toEqual([`busy-${nth}`])
        expect(await find('once', { says, limit: 1 })).toEqual([`busy-${nth}`])
      }
      expect(await find('at once', { says: () => false })).toEqual([])
    })

    test('is the work of one node at a time', async () => {
      const { search } = store()
      expect(await search.lease('work', 'one', 1_000, 2_000)).toBe(true)
      expect(await search.lease('work', 'other', 1_500, 2_500)).toBe(false)
      expect(await search.lease('work', 'one', 1_600, 2_600)).toBe(true)
      expect(await search.lease('work', 'other', 2_700, 3_000)).toBe(true)
    })
  })
