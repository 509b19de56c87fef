import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Role } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { paths } from '../../views/paths'
import { openTestDesk, PASSWORD, type TestDesk, visit } from '../support/desk'
import { type Answer, type Ask, askOf, htmx, json, signIn } from './ask'

const { departments, department } = paths.office

let desk: TestDesk
let ask: Ask
let olga: string
const cookies: Partial<Record<Role, string>> = {}

const employ = async (name: string, role: Role, own: string[] = ['support']) => {
  const account = { name, email: `${name.toLowerCase()}@desk.test`, password: PASSWORD }
  const id = await hireAgent(desk.desk, account, { departments: own }, role)
  if (isProblem(id)) throw new Error(id.reason)
  return signIn(ask, name)
}

beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  cookies.owner = await employ('Otto', 'owner')
  cookies.admin = await employ('Olga', 'admin')
  cookies.supervisor = await employ('Sina', 'supervisor')
  cookies.agent = await employ('Ana', 'agent')
  olga = cookies.admin
})
afterAll(() => desk.close())

const get = (path: string, headers = {}) => ask('GET', path, { cookie: olga, headers })
const post = (path: string, form: Record<string, string> = {}, headers = {}) =>
  ask('POST', path, { cookie: olga, form, headers })
const rowOf = (id: string) => desk.desk.store.inbox.department(id)

let made = 0
const make = async (name = `Department ${++made}`) => {
  const id = await createDepartment(desk.desk, { name })
  if (isProblem(id)) throw new Error(id.reason)
  return id
}

/** Where a plain form is led, and the page there. */
const follow = async ({ status, headers }: Answer) => {
  expect(status).toBe(303)
  const to = headers.get('Location') ?? ''
  const shown = await get(to)
  expect(shown.status).toBe(200)
  return { to, text: shown.text }
}

/** All fields of the form that leads somewhere, as a browser would send them. */
const fieldsOf = (html: string, action: string): Record<string, string> => {
  const form = html.split(`action="${action}"`)[1]?.split('</form>')[0] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const named = inputs.map((tag) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ])
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(
    ([whole, name = '']) => [name, /value="([^"]*)" selected/.exec(whole)?.[1] ?? ''],
  )
  return Object.fromEntries([...named, ...selects])
}

describe('who may', () => {
  test.each(['owner', 'admin'] as const)('%s sees and changes them', async (role) => {
    const cookie = cookies[role] ?? ''
    expect((await ask('GET', departments, { cookie })).status).toBe(200)
    const name = `Made by ${role}`
    expect((await ask('POST', departments, { cookie, form: { name } })).status).toBe(303)
    const workbench = await ask('GET', paths.workbench.page, { cookie })
    expect(workbench.text).toContain(`href="${departments}"`)
  })

  test.each(['supervisor', 'agent'] as const)('%s does not, nor is led there', async (role) => {
    const cookie = cookies[role] ?? ''
    const id = await make()
    for (const path of [departments, department.page(id)])
      expect((await ask('GET', path, { cookie })).status).toBe(403)
    for (const path of [departments, department.name(id), department.removal(id)]) {
      const form = { name: 'Mine' }
      expect((await ask('POST', path, { cookie, form })).status).toBe(403)
    }
    expect(await rowOf(id)).toMatchObject({ removedAt: null })
    const workbench = await ask('GET', paths.workbench.page, { cookie })
    expect(workbench.text).not.toContain(paths.office.page)
  })

  test('nobody else is let in', async () => {
    expect((await ask('GET', departments)).status).toBe(303)
    expect((await ask('GET', departments, { headers: json })).status).toBe(401)
    expect((await ask('POST', departments, { form: { name: 'Mine' } })).status).toBe(401)
  })
})

describe('the list', () => {
  test('has all of them, the default one marked and the removed ones apart', async () => {
    const gone = await make('Spring sale')
    await post(department.removal(gone))
    const { text } = await get(departments)
    const [active = '', removed = ''] = text.split('id="removed"')
    expect(active).toContain('Support')
    expect(active).toContain('Default')
    expect(active).toContain('0 of 4 on duty')
    expect(active).not.toContain('Spring sale')
    expect(removed).toContain('Spring sale')
    expect(removed).toContain(`action="${department.restoration(gone)}"`)
  })

  test('is told to a program', async () => {
    const told = JSON.parse((await get(departments, json)).text)
    expect(told.active).toContainEqual(
      expect.objectContaining({ id: 'support', agents: 4, onDuty: 0, isDefault: 'yes' }),
    )
  })

  test('makes another, and says so on its page', async () => {
    const { to, text } = await follow(await post(departments, { name: ' Sales ' }))
    expect(text).toContain('<bdi>Sales</bdi>')
    expect(text).toContain('role="status"')
    const [, id = ''] = /departments\/([\w-]+)\?/.exec(to) ?? []
    expect(await rowOf(id)).toMatchObject({ name: 'Sales', settings: { patience: 600_000 } })
  })

  test('makes one for a script and for a program, with settings where it says them', async () => {
    const led = await post(departments, { name: 'By script' }, htmx)
    expect(led.status).toBe(204)
    expect(led.headers.get('HX-Location')).toStartWith(`${departments}/`)
    const form = { name: 'By program', patience: '2h', acceptance: 'manual' }
    const answer = await post(departments, form, json)
    expect(answer.status).toBe(201)
    const settings = { acceptance: 'manual', patience: 7_200_000, silence: 1_800_000 }
    expect(await rowOf(JSON.parse(answer.text).id)).toMatchObject({ settings })
  })

  test.each([
    ['', 422, 'Please write a name'],
    ['x'.repeat(200), 422, 'Too long'],
    ['SUPPORT', 409, 'already'],
  ])(
    'does not make one called %p: the word stays in its field, in focus',
    async (name, status, says) => {
      const again = await post(departments, { name })
      expect(again.status).toBe(status)
      expect(again.text).toContain(says)
      const field = /<input id="field-name"[^>]*>/.exec(again.text)?.[0]
      expect(field).toContain(`value="${name}"`)
      expect(field).toContain('autofocus')
      expect(field).toContain('aria-invalid="true"')
      const part = await post(departments, { name }, htmx)
      expect([part.status, part.text.startsWith('<p class="form-problem"')]).toEqual([status, true])
      const told = await post(departments, { name }, json)
      expect([told.status, JSON.parse(told.text).error.code]).toEqual([
        status,
        status === 409 ? 'conflict' : 'invalid',
      ])
    },
  )
})

describe('one department', () => {
  test('is missing when there is none of that id', async () => {
    expect((await get(department.page('nowhere'))).status).toBe(404)
    for (const path of [department.settings, department.isDefault, department.removal])
      expect((await post(path('nowhere'))).status).toBe(404)
  })

  test('has a form of all settings, which saved as it is changes nothing', async () => {
    const id = await make()
    const before = await rowOf(id)
    const fields = fieldsOf((await get(department.page(id))).text, department.settings(id))
    const { version, ...settings } = fields
    expect(version).not.toBe('')
    expect(settings).toEqual({
      ...{ acceptance: 'automatic', strategy: 'least-loaded' },
      ...{ patience: '10m', accept: '30s', silence: '30m' },
    })
    const { text } = await follow(await post(department.settings(id), fields))
    expect(text).toContain('Saved.')
    expect(await rowOf(id)).toEqual(before)
  })

  test('works as its form says from then on', async () => {
    const id = await make()
    const fields = fieldsOf((await get(department.page(id))).text, department.settings(id))
    const changed = { ...fields, acceptance: 'manual', strategy: 'round-robin', accept: '45s' }
    await follow(await post(department.settings(id), { ...changed, silence: '3d' }))
    expect((await rowOf(id))?.settings).toEqual({
      ...{ acceptance: 'manual', strategy: 'round-robin' },
      ...{ patience: 600_000, accept: 45_000, silence: 259_200_000 },
    })
  })

  test('is set by a program that names what changes, with its answer', async () => {
    const id = await make()
    const answer = await post(department.settings(id), { patience: '90s' }, json)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ id, settings: { patience: 90_000 } })
    const values = { cookie: olga, json: { silence: 60_000 }, headers: json }
    expect((await ask('POST', department.settings(id), values)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ settings: { patience: 90_000, silence: 60_000 } })
  })

  test.each([
    ['patience', '10'],
    ['accept', '0s'],
    ['silence', '8d'],
    ['patience', ''],
    ['strategy', 'by-birthday'],
  ])('does not take %s %p: all that was typed stays, the fault in focus', async (key, typed) => {
    const id = await make()
    const before = await rowOf(id)
    const fields = fieldsOf((await get(department.page(id))).text, department.settings(id))
    const sent = { ...fields, acceptance: 'manual', [key]: typed }
    const again = await post(department.settings(id), sent)
    expect(again.status).toBe(422)
    const focused = [...again.text.matchAll(/<[^>]*\sautofocus[^>]*>/g)]
      .map(([tag]) => /\sid="([^"]*)"/.exec(tag)?.[1])
      .filter(Boolean)
    expect(focused).toEqual([`field-${key}`])
    const { version: _, ...kept } = fieldsOf(again.text, department.settings(id))
    const { version: __, ...wanted } = sent
    expect(kept).toEqual({ ...wanted, ...(key === 'strategy' ? { strategy: '' } : {}) })
    expect(await rowOf(id)).toEqual(before)
  })

  test('does not know a field that is none', async () => {
    const id = await make()
    expect((await post(department.settings(id), { speed: '5' })).status).toBe(422)
  })

  test('has another name, everywhere, but not that of another one', async () => {
    const id = await make('Returns')
    const { text } = await follow(await post(department.name(id), { name: 'Returns & refunds' }))
    expect(text).toContain('<bdi>Returns &amp; refunds</bdi>')
    const again = await post(department.name(id), { name: 'support' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('value="support"')
    expect(await rowOf(id)).toMatchObject({ name: 'Returns & refunds' })
  })

  test('becomes the default one, at once or as soon as it has agents', async () => {
    const [id, other] = [await make(), await make()]
    await employ(`Amir${made}`, 'agent', [id])
    await follow(await post(department.isDefault(id)))
    expect(JSON.parse((await get(department.page(id), json)).text).isDefault).toBe('yes')
    const { text } = await follow(await post(department.isDefault(other)))
    expect(text).toContain('Default once it has agents')
    await post(department.removal(other))
    expect((await post(department.isDefault(other))).status).toBe(404)
    await post(department.isDefault('support'))
  })

  test('is removed when nothing needs it, and comes back', async () => {
    const id = await make('Winter sale')
    expect((await get(department.page(id))).text).toContain(`action="${department.removal(id)}"`)
    const { to, text } = await follow(await post(department.removal(id)))
    expect(to).toStartWith(`${departments}?`)
    expect(text.split('id="removed"')[1]).toContain('Winter sale')
    expect((await rowOf(id))?.removedAt).not.toBeNull()
    expect((await get(department.page(id))).text).toContain('Bring back')
    const back = await follow(await post(department.restoration(id)))
    expect(back.to).toStartWith(department.page(id))
    expect(await rowOf(id)).toMatchObject({ name: 'Winter sale', removedAt: null })
  })

  test('does not come back beside one that has its name now', async () => {
    const id = await make('Autumn')
    await post(department.removal(id))
    await make('autumn')
    const again = await post(department.restoration(id))
    expect(again.status).toBe(409)
    expect(again.text).toContain('There is a department “autumn” already')
  })

  test('stays while it is needed, and its page says what for', async () => {
    const page = (await get(department.page('support'))).text
    expect(page).toContain('It stays for now')
    expect(page).not.toContain(`action="${department.removal('support')}"`)
    await visit(desk, 'Vera')
    const again = await post(department.removal('support'))
    expect(again.status).toBe(409)
    expect(again.text).toContain('1 open conversation, to be ended or handed over, and 4 people')
    const told = await post(department.removal('support'), {}, json)
    expect(JSON.parse(told.text).error.reason).toBe('stillNeeded')
    expect(await rowOf('support')).toMatchObject({ removedAt: null })
  })
})

describe('a form that somebody else was quicker with', () => {
  const both = async () => {
    const id = await make()
    const fields = fieldsOf((await get(department.page(id))).text, department.settings(id))
    await follow(await post(department.settings(id), { ...fields, patience: '5m' }))
    return { id, fields }
  }

  test('is not taken: it shows both, and is when it is sent again', async () => {
    const { id, fields } = await both()
    const again = await post(department.settings(id), { ...fields, silence: '1h' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Somebody else changed this meanwhile')
    expect(again.text).toContain('As saved now: 5m')
    expect(again.text).toContain('As saved now: 30m')
    expect(again.text).not.toContain('As saved now: 30s')
    expect((await rowOf(id))?.settings).toMatchObject({ patience: 300_000, silence: 1_800_000 })
    const kept = fieldsOf(again.text, department.settings(id))
    expect(kept).toMatchObject({ patience: '10m', silence: '1h' })
    await follow(await post(department.settings(id), kept))
    expect((await rowOf(id))?.settings).toMatchObject({ patience: 600_000, silence: 3_600_000 })
  })

  test('is said to a script and to a program', async () => {
    const { id, fields } = await both()
    const part = await post(department.settings(id), fields, htmx)
    expect([part.status, part.text]).toEqual([409, expect.stringContaining('changedMeanwhile')])
    const told = await post(department.settings(id), fields, json)
    expect([told.status, JSON.parse(told.text).error.reason]).toEqual([409, 'changedMeanwhile'])
  })

  test('is taken when only its line and its floor have moved', async () => {
    const fields = fieldsOf(
      (await get(department.page('support'))).text,
      department.settings('support'),
    )
    await visit(desk, 'Vito')
    await follow(await post(department.settings('support'), { ...fields, accept: '40s' }))
    expect((await rowOf('support'))?.settings.accept).toBe(40_000)
  })

  test('loses to exactly one other that comes in the same moment', async () => {
    const id = await make()
    const fields = fieldsOf((await get(department.page(id))).text, department.settings(id))
    const sent = await Promise.all(
      ['1m', '2m', '3m'].map((patience) => post(department.settings(id), { ...fields, patience })),
    )
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  })
})

test('what is said afterwards is a word of ours', async () => {
  const { text } = await get(paths.office.after(departments, 'nonsense'))
  expect(text).not.toContain('role="status"')
  expect((await get(paths.office.after(departments, 'constructor'))).text).not.toContain('status"')
})
