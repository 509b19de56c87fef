import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { tagKeyOf, tagMark } from '../../actors/tag'
import { openLog } from '../../src/log'
import { tagIdOf } from '../../src/reads/office-tags'
import { openMaintenance } from '../../src/system/maintenance'
import { tagPaths } from '../../views/office/tags/details'
import { paths } from '../../views/paths'
import { until, visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, openOffice } from './office'

let office: Awaited<ReturnType<typeof openOffice>>
let retag: () => Promise<unknown>
beforeAll(async () => {
  office = await openOffice()
  const { store, bus, system, clock } = office.desk.desk
  retag = openMaintenance({ node: 'tags', store, bus, system, clock, log: openLog('silent') }).retag
})
afterAll(() => office.close())

const pageOf = (name: string) => tagPaths.page(tagIdOf(tagKeyOf(name)))
const make = (name: string, more: Record<string, string> = {}) =>
  office.post(tagPaths.list, { name, ...more }, json)
/** A conversation that Olga has put tags on. */
const tagged = async (...names: string[]) => {
  const { conversation } = await visit(office.desk, 'Vera')
  for (const add of names)
    expect(
      (await office.post(paths.workbench.tags(conversation), { add }, json)).status,
    ).toBeLessThan(300)
  return conversation
}
const tagsOf = async (id: string) => (await office.desk.desk.store.conversations.find(id))?.tags
const newest = async () => (await office.desk.desk.store.audit.newest(1))[0]
/** All rounds until nothing is left to be told. */
const settled = async () => {
  for (let round = 0; round < 20; round += 1) {
    if ((await office.desk.desk.store.tags.leaving()).length === 0) return
    await retag()
  }
  throw new Error('tags never came to rest')
}
const rows = async (query = '') =>
  JSON.parse((await office.get(`${tagPaths.list}${query}`, json)).text).rows as Record<
    string,
    unknown
  >[]

describe('the list of tags', () => {
  test('says what comes here while there is none; then has each with how often it is used', async () => {
    expect((await office.get(tagPaths.list)).text).toContain('No tags yet')
    const { to, text } = await office.follow(
      await office.post(tagPaths.list, {
        name: ' Refund ',
        color: 'coral',
        description: 'Money back',
      }),
    )
    expect(to).toStartWith(pageOf('refund'))
    expect(text).toContain('Money back')
    await tagged('refund', 'Own idea')
    await tagged('REFUND')
    expect(await rows()).toMatchObject([
      { name: 'own idea', listed: 'no', uses: 1 },
      { name: 'Refund', color: 'coral', listed: 'yes', uses: 2 },
    ])
    expect((await rows('?sort=-uses')).map(({ name }) => name)).toEqual(['Refund', 'own idea'])
    expect((await rows('?listed=no')).map(({ name }) => name)).toEqual(['own idea'])
    expect((await rows('?q=money')).map(({ name }) => name)).toEqual(['Refund'])
    const csv = await office.get(`${tagPaths.list}.csv`)
    expect(csv.text).toContain('Refund')
    const [row] = await office.desk.desk.store.audit.newest(1)
    expect(row?.act).toBe('exported')
  })

  test('takes each name once, whatever its case, and no name that is none', async () => {
    for (const [name, reason] of [
      ['REFUND', 'tagTaken'],
      [' ', 'nameMissing'],
      ['x'.repeat(41), 'nameTooLong'],
    ] as const) {
      const { status, text } = await make(name)
      expect([status, JSON.parse(text).error.reason]).toEqual([
        name === 'REFUND' ? 409 : 422,
        reason,
      ])
    }
    const page = await office.post(tagPaths.list, { name: 'refund', description: 'kept' })
    expect(page.text).toMatch(/name="name"[^>]*value="refund"[^>]*autofocus/)
    expect(page.text).toContain('value="kept"')
  })

  test('is kept by who leads, and by nobody else', async () => {
    const { ask, cookies } = office
    expect((await ask('GET', tagPaths.list, { cookie: cookies.supervisor })).status).toBe(200)
    expect((await ask('GET', tagPaths.list, { cookie: cookies.agent })).status).toBe(403)
    const form = { freeTags: 'no' }
    expect((await ask('POST', tagPaths.rules, { form, cookie: cookies.supervisor })).status).toBe(
      403,
    )
  })
})

describe('a tag', () => {
  test('is put on as the list writes it, and offered where one tags', async () => {
    const id = await tagged('rEFUND')
    expect(await tagsOf(id)).toEqual(['Refund'])
    await office.desk.web.reads.settings.load()
    const room = (await office.get(paths.workbench.conversation(id))).text
    expect(room).toMatch(/<datalist id="known-tags">.*value="Refund".*<\/datalist>/s)
    expect(room).toContain('list="known-tags"')
    const [name = ''] = /\/static\/tags-[0-9a-f]{12}\.css/.exec(room) ?? []
    const style = (await office.ask('GET', name)).text
    expect(style).toContain(`.chip[data-tag="${tagMark('Refund')}"]{color:var(--tint-1-ink)`)
    expect(room).toContain(`data-tag="${tagMark('refund')}"`)
    // Of what tags are called it says nothing to who fetches it, and nobody guesses its name.
    expect(style).not.toMatch(/refund/i)
    expect((await office.ask('GET', '/static/tags-000000000000.css')).status).toBe(404)
    // Nobody outside is told how colleagues call things.
    expect((await office.ask('GET', paths.chat.page)).text).not.toContain('/static/tags-')
  })

  test('under another name goes to all conversations, ended ones too, and is found by it', async () => {
    const [open, ended] = [await tagged('Parcel', 'Keeps'), await tagged('parcel')]
    const closed = await office.post(paths.workbench.closure(ended), {}, json)
    expect(closed.status).toBeLessThan(300)
    expect((await office.desk.desk.store.conversations.find(ended))?.state).toBe('closed')
    await make('Parcel')
    const form = fieldsOf(
      (await office.get(pageOf('parcel'))).text,
      tagPaths.revision(tagIdOf('parcel')),
    )
    const led = await office.post(tagPaths.revision(tagIdOf('parcel')), {
      ...form,
      name: 'Delivery',
    })
    expect(led.headers.get('Location')).toStartWith(pageOf('delivery'))
    await settled()
    expect((await tagsOf(open))?.toSorted()).toEqual(['Delivery', 'Keeps'])
    expect((await tagsOf(ended))?.map(tagKeyOf)).toEqual(['delivery'])
    expect((await office.get(pageOf('parcel'))).status).toBe(404)
    expect((await office.get(pageOf('delivery'))).text).toContain('Former names')
    // Who types what it was called means what it is called.
    expect(await tagsOf(await tagged('PARCEL'))).toEqual(['Delivery'])
    const [row] = (await office.desk.desk.store.audit.newest(10)).filter(
      ({ act }) => act === 'changed',
    )
    expect(row).toMatchObject({
      actorName: 'Olga',
      detail: { 'was.name': 'Parcel', 'is.name': 'Delivery' },
    })
    // So does a macro that was made before.
    const macro = { name: 'Hand on', 'act.1': 'tag.add', 'value.1': 'parcel' }
    expect((await office.post(paths.office.of('rules', 'macros'), macro, json)).status).toBe(201)
    const [made] = await office.desk.desk.store.macros.all()
    const third = await tagged()
    const ran = await office.post(paths.workbench.macro(third, made?.id ?? ''), {}, json)
    expect([ran.status < 300, await tagsOf(third)]).toEqual([true, ['Delivery']])
    // The former name is free for another tag.
    expect((await make('Parcel')).status).toBe(201)
    expect(await tagsOf(await tagged('parcel'))).toEqual(['Parcel'])
  })

  test('is merged into another: none has it twice, and one of a former name is led on', async () => {
    await make('One')
    await make('Two')
    const [both, first] = [await tagged('One', 'Two'), await tagged('One')]
    expect((await office.post(tagPaths.merge(tagIdOf('one')), { into: 'One' }, json)).status).toBe(
      422,
    )
    expect((await office.post(tagPaths.merge(tagIdOf('one')), { into: 'None' }, json)).status).toBe(
      422,
    )
    expect((await office.post(tagPaths.merge(tagIdOf('one')), { into: 'Two' })).status).toBe(303)
    expect(await newest()).toMatchObject({
      act: 'merged',
      actorName: 'Olga',
      detail: { value: 'One' },
    })
    await settled()
    expect([await tagsOf(both), await tagsOf(first)]).toEqual([['Two'], ['Two']])
    await make('Three')
    expect((await office.post(tagPaths.merge(tagIdOf('two')), { into: 'three' })).status).toBe(303)
    await settled()
    expect(await tagsOf(await tagged('one'))).toEqual(['Three'])
  })

  test('is removed from the list and from every conversation', async () => {
    await make('Gone')
    expect(await newest()).toMatchObject({ act: 'created', detail: { 'is.name': 'Gone' } })
    const id = await tagged('Gone', 'Stays')
    expect((await office.post(tagPaths.removal(tagIdOf('gone')))).status).toBe(303)
    expect(await newest()).toMatchObject({ act: 'removed', detail: { 'was.name': 'Gone' } })
    await settled()
    expect(await tagsOf(id)).toEqual(['Stays'])
    expect((await office.get(pageOf('gone'))).status).toBe(404)
    expect((await office.desk.desk.store.tags.all()).some(({ key }) => key === 'gone')).toBe(false)
  })

  test('of a colleague is put into the list with one press', async () => {
    await tagged('Idea')
    const page = (await office.get(pageOf('idea'))).text
    expect(page).toContain('A colleague made it')
    const action = tagPaths.revision(tagIdOf('idea'))
    await office.follow(await office.post(action, { ...fieldsOf(page, action), color: 'green' }))
    expect(await rows('?q=idea&listed=yes')).toMatchObject([
      { name: 'idea', uses: 1, color: 'green' },
    ])
  })

  test('two people change one: the second reads what the first saved, and loses nothing', async () => {
    await make('Shared')
    const action = tagPaths.revision(tagIdOf('shared'))
    const form = fieldsOf((await office.get(pageOf('shared'))).text, action)
    await office.post(action, { ...form, description: 'of the first' })
    const refused = await office.post(action, { ...form, description: 'of the second' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('value="of the second"')
    expect(refused.text).toContain('of the first')
  })
})

test('where only the office makes tags, another is refused with a sentence and none is lost', async () => {
  const id = await tagged('Refund')
  const form = fieldsOf((await office.get(tagPaths.list)).text, tagPaths.rules)
  await office.follow(await office.post(tagPaths.rules, { ...form, freeTags: 'no' }))
  const refused = await office.post(paths.workbench.tags(id), { add: 'Invented' }, json)
  expect([refused.status, JSON.parse(refused.text).error.reason]).toEqual([422, 'tagNotListed'])
  expect(
    (await office.post(paths.workbench.tags(id), { remove: 'Refund' }, json)).status,
  ).toBeLessThan(300)
  expect(await tagsOf(id)).toEqual([])
  await office.post(tagPaths.rules, { freeTags: 'yes' })
  expect(
    (await office.post(paths.workbench.tags(id), { add: 'Invented' }, json)).status,
  ).toBeLessThan(300)
  await until(async () => (await tagsOf(id))?.includes('Invented'))
})
