import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { openTestClock, type TestClock } from '../support/clock'
import { hire } from '../support/desk'
import { type Ask, askOf, json, signIn } from './ask'

const { office, workbench } = paths
const list = office.of('blocks')
let clock: TestClock
let harness: FollowedDesk
let ask: Ask
let cookies: Record<'sina' | 'olga', string>
beforeAll(async () => {
  clock = openTestClock()
  harness = await openFollowedDesk(clock)
  ask = askOf(harness.desk)
  await hire(harness.desk, 'Sina', 5, 'supervisor')
  await hire(harness.desk, 'Olga', 5, 'admin')
  cookies = {
    sina: await signIn(ask, 'Sina'),
    olga: await signIn(ask, 'Olga'),
  }
})
afterAll(() => harness.desk.close())

const block = (id: string, form: Record<string, string>) =>
  ask('POST', workbench.block(id), { cookie: cookies.sina, form, headers: json })
const lift = (id: string) =>
  ask('POST', office.of('blocks', id, 'lift'), { cookie: cookies.olga, form: {}, headers: json })
const newest = async () => (await harness.store.blocks.all())[0]

describe('the list of who is kept out', () => {
  const asked = async (query: string, path = list) =>
    ask('GET', `${path}${query}`, { cookie: cookies.sina, headers: json })
  const rows = async (query: string) =>
    JSON.parse((await asked(query)).text).rows as Record<string, string>[]
  const reasons = async (query: string) => (await rows(query)).map(({ reason }) => reason)
  const add = (network: string, form: Record<string, string>) =>
    ask('POST', list, { cookie: cookies.sina, form: { network, ...form }, headers: json })

  test('is searched, narrowed and put in order, and tells a program the same', async () => {
    const { conversation } = await harness.talk('Vesna Horvat')
    await block(conversation, { for: '2h', reason: 'list-visitor' })
    const { id = '' } = (await newest()) ?? {}
    clock.jump(1000)
    await add('198.18.7.0/24', { for: '1h', reason: 'list-network' })
    clock.jump(1000)
    await add('198.18.8.9', { reason: 'list-forever' })
    expect(await reasons('?q=list-')).toEqual(['list-forever', 'list-network', 'list-visitor'])
    expect(await reasons('?q=list-&sort=at')).toEqual([
      ...['list-visitor', 'list-network', 'list-forever'],
    ])
    expect(await reasons('?q=list-&sort=until')).toEqual([
      ...['list-network', 'list-visitor', 'list-forever'],
    ])
    expect(await reasons('?q=vesna')).toEqual(['list-visitor'])
    expect(await reasons('?q=198.18.8')).toEqual(['list-forever'])
    expect(await reasons('?q=list-&scope=network')).toEqual(['list-forever', 'list-network'])
    await lift(id)
    expect(await reasons('?q=list-&state=lifted')).toEqual(['list-visitor'])
    expect(await reasons('?q=list-&state=inForce')).toEqual(['list-forever', 'list-network'])
    clock.jump(3_600_000)
    expect(await reasons('?q=list-&state=over')).toEqual(['list-network'])
    expect((await asked('?sort=reason')).status).toBe(422)
    const [lifted] = await rows('?q=vesna')
    expect(lifted).toMatchObject({ whom: 'Vesna Horvat', state: 'lifted', lifted_by: 'Olga', id })
    expect(JSON.parse((await asked('')).text).in_force).toBe(1)
  })

  test('is read to its end page by page, and taken along whole', async () => {
    for (let nth = 0; nth < 60; nth++) await add(`198.19.${nth}.0/24`, { reason: 'many' })
    const first = JSON.parse((await asked('?q=many')).text)
    expect(first.rows).toHaveLength(50)
    const until = encodeURIComponent(JSON.stringify([first.next.by, first.next.id]))
    const second = JSON.parse((await asked(`?q=many&until=${until}`)).text)
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect([new Set(ids).size, second.next]).toEqual([60, null])
    const csv = await asked('?q=many', `${list}.csv`)
    expect(csv.text.match(/198\.19\.\d+\.0\/24,network/g) ?? []).toHaveLength(60)
    expect(JSON.parse((await asked('?q=many', `${list}.json`)).text).rows).toHaveLength(60)
  })
})
