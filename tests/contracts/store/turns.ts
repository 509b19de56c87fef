import { expect, test } from 'bun:test'
import {
  agentRow,
  conversationRow,
  departmentRow,
  floorRow,
  lineRow,
  mailTo,
  saying,
  turnOf,
  visitorRow,
} from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const turnsContract = (fresh: Fresh): void =>
  withStore('turns', fresh, (store) => {
    test('a turn is there as it was committed', async () => {
      const { turns } = store()
      expect(await turns.load('conversation:first')).toBeUndefined()
      const turn = saying('first', 1)
      expect(await turns.commit(turn)).toBe('done')
      expect(await turns.load('conversation:first')).toEqual({
        version: 1,
        snapshot: turn.snapshot,
      })
      await turns.commit(saying('first', 2))
      expect((await turns.load('conversation:first'))?.version).toBe(2)
    })

    test('all that a turn changes is written with it', async () => {
      const { turns, transcripts, mail, conversations, nodes } = store()
      const decision = {
        department: 'whole',
        conversation: 'all',
        ticket: 1,
        at: 5,
        strategy: 'round-robin' as const,
        chosen: null,
        candidates: [],
        others: { full: 12 },
      }
      const turn = saying(
        'all',
        1,
        {},
        {
          mail: [mailTo('department:whole', 'conversation:all/1/0')],
          keeps: [
            { in: 'line', ...lineRow('whole', 'all') },
            { in: 'floor', ...floorRow('whole', 'ana') },
            { in: 'presence', agent: 'ana', node: 'east' },
          ],
          decisions: [decision],
          summary: { of: 'conversation', ...conversationRow('all', { department: 'whole' }) },
        },
      )
      expect(await turns.commit(turn)).toBe('done')
      expect(await transcripts.last('all', 9)).toEqual([...turn.entries])
      expect(await mail.due(1_000, 9)).toEqual([...turn.mail])
      expect(await turns.decisions('all')).toEqual([decision])
      expect(await conversations.find('all')).toEqual({
        ...conversationRow('all', { department: 'whole' }),
        ...{ seenByAgent: 0, seenByVisitor: 0, unansweredSince: null, answered: false },
      })
      expect(await nodes.orphans('west', 0)).toEqual([{ agent: 'ana', node: 'east' }])
      expect(await turns.reads({ department: 'whole', line: 9, conversation: 'all' })).toEqual({
        line: [lineRow('whole', 'all')],
        row: lineRow('whole', 'all'),
        floor: [floorRow('whole', 'ana')],
      })
    })

    test('when somebody was last chosen is told without who was looked at', async () => {
      const { turns } = store()
      const chose = (version: number, chosen: string | null, at: number, department = 'asked') =>
        turns.commit(
          turnOf(`department:${department}`, version, {
            decisions: [
              {
                ...{ department, conversation: 'asked', ticket: version, at, chosen },
                ...{ strategy: 'least-loaded', candidates: [], others: {} },
              },
            ],
          }),
        )
      expect(await turns.chosenAt('asked', 'ana')).toBeUndefined()
      await chose(1, 'ana', 50)
      await chose(2, 'amir', 60)
      await chose(3, null, 70)
      expect(await turns.chosenAt('asked', 'ana')).toBe(50)
      expect(await turns.chosenAt('asked', 'amir')).toBe(60)
      await chose(1, 'ana', 80, 'asked-too')
      expect(await turns.chosenAt('asked', 'ana')).toBe(80)
      expect(await turns.chosenAt('asked', 'olga')).toBeUndefined()
    })

    test('rows that were kept are kept anew, and dropped', async () => {
      const { turns, nodes } = store()
      const reads = () => turns.reads({ department: 'again', line: 9, conversation: 'chair' })
      const kept = (rank: number, load: number) => [
        { in: 'line' as const, ...lineRow('again', 'chair', { rank, refused: ['ana'] }) },
        { in: 'floor' as const, ...floorRow('again', 'ana', { load, offers: ['chair'] }) },
        { in: 'presence' as const, agent: 'amir', node: 'south' },
      ]
      await turns.commit(turnOf('department:again', 1, { keeps: kept(1, 1) }))
      await turns.commit(turnOf('department:again', 2, { keeps: kept(7, 2) }))
      expect(await reads()).toMatchObject({ row: { rank: 7 }, floor: [{ load: 2 }] })
      await turns.commit(
        turnOf('department:again', 3, {
          drops: [
            { in: 'line', department: 'again', conversation: 'chair' },
            { in: 'floor', department: 'again', agent: 'ana' },
            { in: 'presence', agent: 'amir', node: 'south' },
          ],
        }),
      )
      expect(await reads()).toEqual({ line: [], row: null, floor: [] })
      expect((await nodes.orphans('west', 0)).some(({ agent }) => agent === 'amir')).toBe(false)
    })

    test('each kind of summary has its list, and the newest one counts', async () => {
      const { turns, agents, departments, visitors } = store()
      const summaries = [
        { of: 'visitor' as const, ...visitorRow('vito', { talking: true, conversation: 'sofa' }) },
        { of: 'agent' as const, ...agentRow('amir', { departments: ['sales', 'repairs'] }) },
        { of: 'department' as const, ...departmentRow('repairs', { name: 'Repairs' }) },
      ]
      for (const version of [1, 2]) {
        for (const summary of summaries) {
          const named = { ...summary, name: `${summary.name} ${version}` }
          await turns.commit(turnOf(`${summary.of}:${summary.id}`, version, { summary: named }))
        }
      }
      expect(await visitors.find('vito')).toEqual(
        visitorRow('vito', { name: 'Vera 2', talking: true, conversation: 'sofa' }),
      )
      expect(await agents.find('amir')).toEqual(
        agentRow('amir', { name: 'Ana 2', departments: ['sales', 'repairs'] }),
      )
      const repairs = departmentRow('repairs', { name: 'Repairs 2' })
      expect(await departments.find('repairs')).toEqual(repairs)
      expect(await agents.all()).toHaveLength(1)
      expect(await departments.all()).toEqual([repairs])
      expect(await agents.find('vito')).toBeUndefined()
    })

    test('the journal is read in order and from where one was', async () => {
      const { turns } = store()
      for (const version of [1, 2, 3, 4]) {
        await turns.commit(turnOf('agent:olga', version, { rejected: version === 2 }))
      }
      expect((await turns.journal('agent:olga', 0, 9)).map(({ version }) => version)).toEqual([
        1, 2, 3, 4,
      ])
      const { address, version, at, event } = turnOf('agent:olga', 2)
      expect(await turns.journal('agent:olga', 1, 1)).toEqual([
        { address, version, at, event, rejected: true },
      ])
      expect(await turns.journal('agent:olga', 4, 9)).toEqual([])
    })

    test('addresses are paged in order, versions asked for by many', async () => {
      const { turns } = store()
      const rooms = ['conversation:page-1', 'conversation:page-2', 'conversation:page-3'] as const
      for (const room of rooms) await turns.commit(turnOf(room, 1))
      await turns.commit(turnOf(rooms[1], 2))
      expect(await turns.addresses('conversation:page-', 2)).toEqual([rooms[0], rooms[1]])
      expect(await turns.addresses(rooms[1], 2)).toContain(rooms[2])
      expect(await turns.versions([...rooms, 'conversation:never'])).toEqual(
        new Map([
          [rooms[0], 1],
          [rooms[1], 2],
          [rooms[2], 1],
        ]),
      )
      expect(await turns.versions([])).toEqual(new Map())
    })

    test('what people and machines write comes back exactly', async () => {
      const { turns, transcripts } = store()
      const text = `'; DROP TABLE entries; -- \\' " \`?\` %s \u0000\u001a\r\n\t 😀👩‍👩‍👧 你好 שלום \u2028 \ud7ff`
      const context = { ...{ lastSeq: 1 }, text, deep: [{ '?': null, '"': [1.5, -0.25, true] }] }
      const turn = saying(
        'exact',
        1,
        { text, clientId: '?:__proto__' },
        {
          snapshot: { shape: 3, value: { active: 'awaiting?' }, context },
        },
      )
      expect(await turns.commit(turn)).toBe('done')
      expect((await transcripts.byClientId('exact', '?:__proto__'))?.text).toBe(text)
      expect((await turns.load('conversation:exact'))?.snapshot).toEqual(turn.snapshot)
    })
  })
