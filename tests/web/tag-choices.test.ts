import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { tagKeyOf } from '../../actors/tag'
import { tagIdOf } from '../../src/reads/office-tags'
import { tagPaths } from '../../views/office/tags/details'
import { paths } from '../../views/paths'
import { visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const pageOf = (name: string) => tagPaths.page(tagIdOf(tagKeyOf(name)))
const make = (name: string, more: Record<string, string> = {}) =>
  office.post(tagPaths.list, { name, ...more }, json)
/** A conversation that Olga has put tags on. */
const tagged = async (...names: string[]) => {
  const { conversation } = await visit(office.desk, 'Vera')
  for (const add of names) await office.post(paths.workbench.tags(conversation), { add }, json)
  return conversation
}
const tagsOf = async (id: string) => (await office.desk.desk.store.conversations.find(id))?.tags

test('a tag of the list is meant by whatever looks like it, and another beside it is refused', async () => {
  await make('Returned')
  for (const typed of ['Rеturned', 'Ｒｅｔｕｒｎｅｄ', ' returned ', 'RETURNED', 'Retu\u200Brned'])
    expect(await tagsOf(await tagged(typed)), typed).toEqual(['Returned'])
  // So is one that a colleague made, on the conversation that has it.
  expect(await tagsOf(await tagged('Ow idea', 'Оw idea'))).toEqual(['Ow idea'])
  for (const typed of ['Rеturned', 'RETURNED ', 'Retսrned']) {
    const { status, text } = await make(typed)
    expect([status, JSON.parse(text).error.reason], typed).toEqual([409, 'tagTaken'])
  }
  const [other] = [await make('Exchange')]
  expect(other?.status).toBe(201)
  const action = tagPaths.revision(tagIdOf('exchange'))
  const form = fieldsOf((await office.get(pageOf('exchange'))).text, action)
  const renamed = await office.post(action, { ...form, name: 'Rеturned' })
  expect(renamed.status).toBe(409)
  expect(renamed.text).toContain('There is a tag “Returned” already.')
})

describe('what a field of tags offers', () => {
  const offered = async (q: string) =>
    JSON.parse(
      (await office.get(`${paths.workbench.tagChoices}?q=${encodeURIComponent(q)}`, json)).text,
    )
  const names = async (q: string) =>
    (await offered(q)).tags.map(({ name }: { name: string }) => name)

  test('is the list, what begins so first, and a new one where none of it is meant', async () => {
    await make('Voucher')
    await make('Gift voucher', { description: 'Not cash' })
    expect(await names('vou')).toEqual(['Voucher', 'Gift voucher'])
    expect(await offered('VOU')).toMatchObject({ fresh: 'VOU' })
    expect(await offered('voucher')).toMatchObject({ fresh: null })
    expect((await names('Vоucher'))[0]).toBe('Voucher')
    expect(await offered('  ')).toMatchObject({ fresh: null })
    expect(await offered('x'.repeat(41))).toEqual({ tags: [], fresh: null })
  })

  test('says of a new one that it is new, and has the first of the list marked before it', async () => {
    const { text } = await office.get(`${paths.workbench.tagChoices}?q=vou`)
    const options = [...text.matchAll(/<div[^>]*role="option"[^>]*>/g)].map(([tag]) => [
      /data-name="([^"]*)"/.exec(tag)?.[1],
      /aria-selected="([^"]*)"/.exec(tag)?.[1],
    ])
    expect(options).toEqual([
      ['Voucher', 'true'],
      ['Gift voucher', 'false'],
      ['vou', 'false'],
    ])
    expect(text).toContain('New tag “vou”')
    expect(text).toContain('role="listbox"')
  })

  test('is no new one where only the office makes tags', async () => {
    await office.post(tagPaths.rules, { freeTags: 'no' })
    expect(await offered('vou')).toMatchObject({ fresh: null })
    expect((await office.get(`${paths.workbench.tagChoices}?q=zzz`)).text).toContain(
      'No tag of the list is called so.',
    )
    await office.post(tagPaths.rules, { freeTags: 'yes' })
  })
})

test('Enter in the field for many at once tags, and ends nothing', async () => {
  const page = (await office.get(paths.workbench.page)).text
  const [form = ''] = /<form id="bulk".*?<\/form>/s.exec(page) ?? []
  expect(/<button[^>]*value="([^"]*)"/.exec(form)?.[1]).toBe('tag')
})
