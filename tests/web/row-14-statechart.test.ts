import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { statesIn } from '../../actors/chart/where'
import { takeTurn } from '../../actors/turn'
import { statePaths } from '../../views/office/statechart/state-paths'
import { events } from '../actors/conversation/events'
import { json } from './ask'
import { litIn, openStates, states } from './statechart'

let office: Awaited<ReturnType<typeof openStates>>
beforeAll(async () => {
  office = await openStates()
})
afterAll(() => office.close())

describe('FEATURES row 14: the chart of a conversation', () => {
  test.each(states)('lights what it is told to be: %s', async (state) => {
    const { told, shown, status } = await office.both(await office.lead(state))
    expect(status).toBe(200)
    expect(litIn(shown)).toEqual(statesIn(told.state))
    expect(told.at).toBe(told.of)
    // Nothing else is said to be so in words either.
    expect(shown).toContain(`data-is="${JSON.stringify(told.state).replaceAll('"', '&quot;')}"`)
  })

  test('says how it came there, and what the last step was', async () => {
    const id = await office.lead('active.awaitingVisitor + steady')
    const { shown } = await office.both(id)
    const way = (mark: string) =>
      [...shown.matchAll(new RegExp(`class="way ${mark}" data-way="([^"]+)"`, 'g'))].map(
        ([, ids]) => ids,
      )
    expect(way('now')).toEqual(['active.turn.awaitingAgent active.turn.awaitingVisitor'])
    expect(way('been')).toContain('unopened waiting')
    expect(way('not')).toContain('closed.unrated closed.rated')
  })

  test('says why an event changed nothing', async () => {
    const id = await office.lead('active.awaitingAgent + steady')
    const { turns } = office.desk.desk.store
    const address = addressOf('conversation', id)
    // As mail that crossed another: what a person is refused at once is no turn.
    const turn = takeTurn(address, await turns.load(address), events['Vera rates it'])
    expect(await turns.commit(turn)).toBe('done')
    const { told, shown } = await office.both(id)
    expect(told).toMatchObject({ event: 'rated', rejected: true })
    expect(told.refusal.elsewhere).toEqual(['closed.unrated', 'closed.rated'])
    expect(shown).toContain('nothing answers to “rated”')
    expect(shown).toContain('ended: not rated, ended: rated')
  })
})

describe('the charts of others', () => {
  test('an agent and a department are shown to whoever manages them', async () => {
    const department = await office.make('Charts')
    const ana = (await office.desk.desk.store.agents.all()).find(({ name }) => name === 'Ana')
    const places = [
      statePaths.page('agent', ana?.id ?? ''),
      statePaths.page('department', department),
    ]
    for (const path of places) {
      const told = JSON.parse((await office.get(path, json)).text)
      const shown = await office.get(path)
      expect([path, shown.status]).toEqual([path, 200])
      expect(litIn(shown.text)).toEqual(statesIn(told.state))
      const supervisor = await office.ask('GET', path, { cookie: office.cookies.supervisor })
      expect(supervisor.status).toBe(403)
    }
  })

  test('nobody sees one of whom they may not know', async () => {
    const id = await office.lead('waiting.inLine')
    const path = statePaths.page('conversation', id)
    const asked = async (cookie: string) => (await office.ask('GET', path, { cookie })).status
    expect(await asked(office.cookies.agent)).toBe(403)
    // Of another department than the supervisor's.
    expect(await asked(office.cookies.supervisor)).toBe(404)
    expect(await asked(office.cookies.owner)).toBe(200)
    const feed = statePaths.feed('conversation', id)
    const followed = await office.ask('GET', feed, { cookie: office.cookies.supervisor })
    expect(followed.status).toBe(404)
    expect((await office.get(statePaths.page('agent', 'nobody'))).status).toBe(404)
  })

  test('what is said, and what opens something, is in none of it', async () => {
    const id = await office.lead('closed.rated')
    const { told, shown } = await office.both(id)
    for (const text of [JSON.stringify(told), shown]) {
      for (const secret of ['Hello', '$argon2', office.cookies.admin])
        expect(text.includes(secret)).toBe(false)
    }
  })
})
