import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { departmentSettings } from '../../actors/department/settings'
import { departmentPaths } from '../../views/office/departments'
import { visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const { list: departments, ...department } = departmentPaths
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

describe('one department', () => {
  test('is missing when there is none of that id', async () => {
    expect((await office.get(department.page('nowhere'))).status).toBe(404)
    for (const path of [department.settings, department.isDefault, department.removal])
      expect((await office.post(path('nowhere'))).status).toBe(404)
  })

  test('has a form of all settings, which saved as it is changes nothing', async () => {
    const id = await office.make()
    const before = await office.rowOf(id)
    const fields = fieldsOf((await office.get(department.page(id))).text, department.settings(id))
    const { version, ...settings } = fields
    expect(version).not.toBe('')
    expect(settings).toMatchObject({
      ...{ acceptance: 'automatic', strategy: 'least-loaded' },
      ...{ patience: '10m', accept: '30s', silence: '30m' },
      ...{ fileSize: '20', imageSize: '10', fileCount: '10', voiceLength: '5', sneakPeek: 'no' },
    })
    const { text } = await office.follow(await office.post(department.settings(id), fields))
    expect(text).toContain('Saved.')
    expect(await office.rowOf(id)).toEqual(before)
  })

  test('is parts under headings, each led to from the top of the page', async () => {
    const id = await office.make()
    const page = (await office.get(department.page(id))).text
    const [nav = ''] = /<nav class="office-sections".*?<\/nav>/s.exec(page) ?? []
    const led = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to)
    const headed = [...page.matchAll(/<section[^>]*><h2 id="([^"]+)"/g)].map(([, at]) => at)
    expect(led).toEqual(headed)
    expect(led.slice(0, 7)).toEqual([
      'name',
      'people',
      'hours',
      'routing',
      'giving',
      'waiting',
      'promised',
    ])
    // What is promised is saved with the rest, from wherever on the page.
    const fields = fieldsOf(page, department.settings(id))
    const typed = { ...fields, slaFirst: '2m', praiseEn: 'Kind' }
    await office.follow(await office.post(department.settings(id), typed))
    expect((await office.rowOf(id))?.settings).toMatchObject({
      slaFirst: 120_000,
      praiseEn: 'Kind',
    })
  })

  test('saved by somebody else meanwhile: one field of all its parts is in focus', async () => {
    const id = await office.make()
    const fields = fieldsOf((await office.get(department.page(id))).text, department.settings(id))
    const saved = { ...fields, patience: '5m', slaNext: '3m' }
    await office.follow(await office.post(department.settings(id), saved))
    const again = await office.post(department.settings(id), { ...fields, accept: '20s' })
    expect(again.status).toBe(409)
    const focused = [...again.text.matchAll(/<input[^>]*\sautofocus[^>]*>/g)].map(
      ([tag]) => /\sid="([^"]*)"/.exec(tag)?.[1],
    )
    // The first of them on the page, though others differ further down.
    expect(focused).toEqual(['field-accept'])
  })

  test('works as its form says from then on', async () => {
    const id = await office.make()
    const fields = fieldsOf((await office.get(department.page(id))).text, department.settings(id))
    const changed = { ...fields, acceptance: 'manual', strategy: 'round-robin', accept: '45s' }
    await office.follow(await office.post(department.settings(id), { ...changed, silence: '3d' }))
    expect((await office.rowOf(id))?.settings).toEqual({
      ...departmentSettings.initial,
      ...{ acceptance: 'manual', strategy: 'round-robin' },
      ...{ patience: 600_000, accept: 45_000, silence: 259_200_000 },
      ...{ fileSize: 20, imageSize: 10, fileCount: 10, voiceLength: 5, sneakPeek: false },
    })
  })

  test('is set by a program that names what changes, with its answer', async () => {
    const id = await office.make()
    const answer = await office.post(department.settings(id), { patience: '90s' }, json)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ id, settings: { patience: 90_000 } })
    const values = { cookie: office.cookies.admin, json: { silence: 60_000 }, headers: json }
    expect((await office.ask('POST', department.settings(id), values)).status).toBe(200)
    expect(await office.rowOf(id)).toMatchObject({
      settings: { patience: 90_000, silence: 60_000 },
    })
  })

  test.each([
    ['patience', '10'],
    ['accept', '0s'],
    ['silence', '8d'],
    ['patience', ''],
    ['strategy', 'by-birthday'],
  ])('does not take %s %p: all that was typed stays, the fault in focus', async (key, typed) => {
    const id = await office.make()
    const before = await office.rowOf(id)
    const fields = fieldsOf((await office.get(department.page(id))).text, department.settings(id))
    const sent = { ...fields, acceptance: 'manual', [key]: typed }
    const again = await office.post(department.settings(id), sent)
    expect(again.status).toBe(422)
    const focused = [...again.text.matchAll(/<[^>]*\sautofocus[^>]*>/g)]
      .map(([tag]) => /\sid="([^"]*)"/.exec(tag)?.[1])
      .filter(Boolean)
    expect(focused).toEqual([`field-${key}`])
    const { version: _, ...kept } = fieldsOf(again.text, department.settings(id))
    const { version: __, ...wanted } = sent
    expect(kept).toEqual({ ...wanted, ...(key === 'strategy' ? { strategy: '' } : {}) })
    expect(await office.rowOf(id)).toEqual(before)
  })

  test('does not know a field that is none', async () => {
    const id = await office.make()
    expect((await office.post(department.settings(id), { speed: '5' })).status).toBe(422)
  })

  test('says who answers there: one more, one less, and nobody is left without a department', async () => {
    const [id, other, third] = [await office.make(), await office.make(), await office.make()]
    await office.employ('Bea', 'agent', [other])
    await office.employ('Ben', 'agent', [third])
    const agents = await office.desk.desk.store.agents.all()
    const idOf = (called: string) => agents.find(({ name }) => name === called)?.id ?? ''
    const [bea, ben] = [idOf('Bea'), idOf('Ben')]
    const members = async () =>
      (await office.desk.desk.store.agents.all())
        .filter(({ departments }) => departments.includes(id))
        .map(({ name }) => name)
    const page = (await office.get(department.page(id))).text
    const [form = ''] = page.split(`action="${department.people(id)}"`).slice(1)
    expect(form.split('</form>')[0]).toContain(`<option value="${bea}">Bea`)
    const { text, to } = await office.follow(
      await office.post(department.people(id), { person: bea }),
    )
    expect([to.startsWith(department.page(id)), await members()]).toEqual([true, ['Bea']])
    expect(text).toContain('They answer here from now on.')
    expect((await office.post(department.people(id), { person: ben }, json)).status).toBe(200)
    // What is so already is done, and all else of them stays.
    expect((await office.post(department.people(id), { person: ben }, json)).status).toBe(200)
    const row = await office.desk.desk.store.agents.find(ben)
    expect(row?.departments.toSorted()).toEqual([id, third].toSorted())
    expect((await office.desk.desk.store.audit.newest(1))[0]).toMatchObject({
      ...{ act: 'accountChanged', actorName: 'Olga', object: `account:${ben}` },
    })
    const left = await office.follow(await office.post(department.leaving(id, ben)))
    expect([left.text.includes('They no longer answer here'), await members()]).toEqual([
      ...[true, ['Bea']],
    ])
    await office.post(department.leaving(other, bea))
    const only = await office.post(department.leaving(id, bea))
    expect([only.status, only.text.includes('Choose at least one department.')]).toEqual([
      422,
      true,
    ])
    expect(only.text).not.toContain(`action="${department.leaving(id, bea)}"`)
    expect((await office.post(department.people(id), { person: 'nobody' })).status).toBe(404)
    const { supervisor: cookie } = office.cookies
    const asked = { form: { person: ben }, cookie }
    expect((await office.ask('POST', department.people(id), asked)).status).toBe(403)
  })

  test('has another name, everywhere, but not that of another one', async () => {
    const id = await office.make('Returns')
    const { text } = await office.follow(
      await office.post(department.name(id), { name: 'Returns & refunds' }),
    )
    expect(text).toContain('<bdi>Returns &amp; refunds</bdi>')
    const again = await office.post(department.name(id), { name: 'support' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('value="support"')
    expect(await office.rowOf(id)).toMatchObject({ name: 'Returns & refunds' })
  })

  test('becomes the default one, at once or as soon as it has agents', async () => {
    const [id, other] = [await office.make(), await office.make()]
    await office.employ('Amir', 'agent', [id])
    await office.follow(await office.post(department.isDefault(id)))
    expect(JSON.parse((await office.get(department.page(id), json)).text).isDefault).toBe('yes')
    const { text } = await office.follow(await office.post(department.isDefault(other)))
    expect(text).toContain('Default once it has agents')
    await office.post(department.removal(other))
    expect((await office.post(department.isDefault(other))).status).toBe(404)
    await office.post(department.isDefault('support'))
  })

  test('is removed when nothing needs it, and comes back', async () => {
    const id = await office.make('Winter sale')
    expect((await office.get(department.page(id))).text).toContain(
      `action="${department.removal(id)}"`,
    )
    const { to, text } = await office.follow(await office.post(department.removal(id)))
    expect(to).toStartWith(`${departments}?`)
    expect(text.split('id="removed"')[1]).toContain('Winter sale')
    expect((await office.rowOf(id))?.removedAt).not.toBeNull()
    expect((await office.get(department.page(id))).text).toContain('Bring back')
    const back = await office.follow(await office.post(department.restoration(id)))
    expect(back.to).toStartWith(department.page(id))
    expect(await office.rowOf(id)).toMatchObject({ name: 'Winter sale', removedAt: null })
  })

  test('does not come back beside one that has its name now', async () => {
    const id = await office.make('Autumn')
    await office.post(department.removal(id))
    await office.make('autumn')
    const again = await office.post(department.restoration(id))
    expect(again.status).toBe(409)
    expect(again.text).toContain('There is a department “autumn” already')
  })

  test('stays while it is needed, and its page says what for', async () => {
    const page = (await office.get(department.page('support'))).text
    expect(page).toContain('It stays for now')
    expect(page).not.toContain(`action="${department.removal('support')}"`)
    await visit(office.desk, 'Vera')
    const again = await office.post(department.removal('support'))
    expect(again.status).toBe(409)
    expect(again.text).toContain('1 open conversation, to be ended or handed over, and 4 people')
    const told = await office.post(department.removal('support'), {}, json)
    expect(JSON.parse(told.text).error.reason).toBe('stillNeeded')
    expect(await office.rowOf('support')).toMatchObject({ removedAt: null })
  })
})
