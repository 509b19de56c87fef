import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf, type Kind } from '../../actors/address'
import { statesIn } from '../../actors/chart/where'
import { statePaths } from '../../views/office/statechart/state-paths'
import type { Charted } from '../../views/words/statechart/events'
import { events } from '../actors/conversation/events'
import { runHere } from '../cli/terminal'
import { json } from './ask'
import { litIn, openStates } from './statechart'

let office: Awaited<ReturnType<typeof openStates>>
let talk: string
beforeAll(async () => {
  office = await openStates()
  talk = await office.lead('active.awaitingVisitor + steady')
  const address = addressOf('conversation', talk)
  for (let nth = 0; nth < 12; nth += 1) {
    await office.send(address, { ...events['Vera says'], clientId: `vera-${nth}` })
    await office.send(address, { ...events['Ana says'], clientId: `ana-${nth}` })
  }
  await office.send(address, events['Vera rates it'])
  await office.send(address, events['Ana ends it'])
  await office.send(address, events['Vera rates it'])
})
afterAll(() => office.close())

const replayed = async (kind: Kind, id: string, at: number): Promise<string> => {
  const argv = ['replay', `${kind}:${id}`, '--at', `${at}`, '--data', office.desk.config.dataDir]
  const { code, out } = await runHere(argv)
  expect(code).toBe(0)
  return out
}

/** What a page tells a program of a moment, in the form that the command line prints. */
const printed = async (kind: Charted, id: string, at: number): Promise<string> => {
  const { text, status } = await office.get(statePaths.at(kind, id, at), json)
  expect(status).toBe(200)
  const { state, context } = JSON.parse(text)
  return JSON.stringify({ shape: 1, value: state, context }, null, 2)
}

const turnsOf = async (kind: Charted, id: string): Promise<number> =>
  JSON.parse((await office.get(statePaths.page(kind, id), json)).text).of

describe('FEATURES row 16: each moment of an actor', () => {
  test('is byte for byte what the command line replays, at twenty of its turns', async () => {
    const of = await turnsOf('conversation', talk)
    expect(of).toBeGreaterThan(20)
    const points = Array.from({ length: 20 }, (_, nth) => 1 + Math.round((nth * (of - 1)) / 19))
    for (const at of new Set(points))
      expect(await printed('conversation', talk, at)).toBe(await replayed('conversation', talk, at))
  })

  test('of an agent and of a department too', async () => {
    const [agent] = await office.desk.desk.store.agents.all()
    const [department] = await office.desk.desk.store.departments.all()
    for (const [kind, id = ''] of [
      ['agent', agent?.id],
      ['department', department?.id],
    ] as const)
      for (let at = 1; at <= (await turnsOf(kind, id)); at += 1)
        expect(await printed(kind, id, at)).toBe(await replayed(kind, id, at))
  })

  test('lights what was so then, and shows what the turn changed of what it remembers', async () => {
    const { told, shown } = await office.both(talk, 1)
    expect(told).toMatchObject({ at: 1, event: 'opened', state: { waiting: 'inLine' } })
    expect(litIn(shown)).toEqual(statesIn(told.state))
    const said = await office.both(talk, 5)
    expect(said.shown).toMatch(/<div class="changed" data-field="lastSeq"/)
    expect(said.shown).toContain(`value="5"`)
    expect(said.shown).toContain(`max="${told.of}"`)
  })

  test('the newest is the page itself, which says that its journal leads to what is stored', async () => {
    const { told, shown } = await office.both(talk)
    expect(told.state).toEqual({ closed: 'rated' })
    expect(shown).toContain('leads to exactly what is stored')
    expect(shown).toContain('id="now-chart"')
    const past = await office.both(talk, told.of - 1)
    expect(past.shown).toContain('id="past-chart"')
    expect(past.shown).not.toContain('id="now-chart"')
  })

  test.each(['0', '-1', 'x', '1.5', '999999'])(
    'a moment that is none is refused: %s',
    async (at) => {
      const path = `${statePaths.page('conversation', talk)}?at=${at}`
      const { status, text } = await office.get(path, json)
      expect(status).toBe(422)
      expect(JSON.parse(text).error).toMatchObject({ reason: 'fieldNotValid', field: 'at' })
    },
  )
})
