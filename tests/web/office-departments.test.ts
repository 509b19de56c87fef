import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { departmentPaths } from '../../views/office/departments'
import { paths } from '../../views/paths'
import { htmx, json } from './ask'
import { type Office, openOffice } from './office'

const { list: departments, ...department } = departmentPaths
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

describe('who may', () => {
  test.each(['owner', 'admin'] as const)('%s sees and changes them', async (role) => {
    const cookie = office.cookies[role]
    expect((await office.ask('GET', departments, { cookie })).status).toBe(200)
    const name = `Made by ${role}`
    expect((await office.ask('POST', departments, { cookie, form: { name } })).status).toBe(303)
    const led = await office.ask('GET', paths.office.page, { cookie })
    expect([led.status, led.headers.get('Location')]).toEqual([303, paths.office.of('live')])
    const workbench = await office.ask('GET', paths.workbench.page, { cookie })
    expect(workbench.text).toContain(`href="${paths.office.of('live')}"`)
  })

  test.each(['supervisor', 'agent'] as const)('%s does not, nor is led there', async (role) => {
    const cookie = office.cookies[role]
    const id = await office.make()
    for (const path of [departments, department.page(id)])
      expect((await office.ask('GET', path, { cookie })).status).toBe(403)
    for (const path of [departments, department.name(id), department.removal(id)]) {
      const form = { name: 'Mine' }
      expect((await office.ask('POST', path, { cookie, form })).status).toBe(403)
    }
    expect(await office.rowOf(id)).toMatchObject({ removedAt: null })
    const workbench = await office.ask('GET', paths.workbench.page, { cookie })
    expect(workbench.text).not.toContain(departments)
  })

  test('nobody else is let in', async () => {
    expect((await office.ask('GET', departments)).status).toBe(303)
    expect((await office.ask('GET', departments, { headers: json })).status).toBe(401)
    expect((await office.ask('POST', departments, { form: { name: 'Mine' } })).status).toBe(401)
  })
})

describe('the list', () => {
  test('has all of them, the default one marked and the removed ones apart', async () => {
    const gone = await office.make('Spring sale')
    await office.post(department.removal(gone))
    const { text } = await office.get(departments)
    const [active = '', removed = ''] = text.split('id="removed"')
    expect(active).toContain('Support')
    expect(active).toContain('Default')
    expect(active).toContain('0 of 4 on duty')
    expect(active).not.toContain('Spring sale')
    expect(removed).toContain('Spring sale')
    expect(removed).toContain(`action="${department.restoration(gone)}"`)
  })

  test('is told to a program', async () => {
    const told = JSON.parse((await office.get(departments, json)).text)
    expect(told.active).toContainEqual(
      expect.objectContaining({ id: 'support', agents: 4, onDuty: 0, isDefault: 'yes' }),
    )
  })

  test('makes another, and says so on its page', async () => {
    const { to, text } = await office.follow(await office.post(departments, { name: ' Sales ' }))
    expect(text).toContain('<bdi>Sales</bdi>')
    // Who is to answer there is set under People, and the page leads there.
    const [, people = ''] = text.split('id="people"')
    expect(people.split('</section>')[0]).toContain(`href="${paths.office.of('people')}"`)
    expect(text).toContain('role="status"')
    const [, id = ''] = /departments\/([\w-]+)\?/.exec(to) ?? []
    expect(await office.rowOf(id)).toMatchObject({ name: 'Sales', settings: { patience: 600_000 } })
  })

  test('makes one for a script and for a program, with settings where it says them', async () => {
    const led = await office.post(departments, { name: 'By script' }, htmx)
    expect(led.status).toBe(204)
    expect(led.headers.get('HX-Location')).toStartWith(`${departments}/`)
    const form = { name: 'By program', patience: '2h', acceptance: 'manual' }
    const answer = await office.post(departments, form, json)
    expect(answer.status).toBe(201)
    const settings = { acceptance: 'manual', patience: 7_200_000, silence: 1_800_000 }
    expect(await office.rowOf(JSON.parse(answer.text).id)).toMatchObject({ settings })
  })

  test.each([
    ['', 422, 'Please write a name'],
    ['x'.repeat(200), 422, 'Too long'],
    ['SUPPORT', 409, 'already'],
  ])(
    'does not make one called %p: the word stays in its field, in focus',
    async (name, status, says) => {
      const again = await office.post(departments, { name })
      expect(again.status).toBe(status)
      expect(again.text).toContain(says)
      const field = /<input id="field-name"[^>]*>/.exec(again.text)?.[0]
      expect(field).toContain(`value="${name}"`)
      expect(field).toContain('autofocus')
      expect(field).toContain('aria-invalid="true"')
      const part = await office.post(departments, { name }, htmx)
      expect([part.status, part.text.startsWith('<p class="form-problem"')]).toEqual([status, true])
      const told = await office.post(departments, { name }, json)
      expect([told.status, JSON.parse(told.text).error.code]).toEqual([
        status,
        status === 409 ? 'conflict' : 'invalid',
      ])
    },
  )
})

test('what is said afterwards is a word of ours', async () => {
  const { text } = await office.get(paths.office.after(departments, 'nonsense'))
  expect(text).not.toContain('role="status"')
  expect((await office.get(paths.office.after(departments, 'constructor'))).text).not.toContain(
    'status"',
  )
})
