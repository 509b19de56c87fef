import { isProblem } from '../../actors/problem'
import { tagKeyOf } from '../../actors/tag'
import { createRole } from '../../src/commands/roles/write'
import { start } from '../../src/commands/visitors/start'
import { tagIdOf } from '../../src/reads/office-tags'
import { cannedOfDesk } from '../../views/office/canned'
import { hoursPaths } from '../../views/office/hours'
import { peoplePaths } from '../../views/office/people-paths'
import { providerPaths } from '../../views/office/providers/paths'
import { rulePaths } from '../../views/office/rules'
import { tagPaths } from '../../views/office/tags/details'
import { clientId } from '../support/desk'
import { json } from './ask'
import type { Office } from './office'

let made = 0

export const department = (office: Office) => office.make(`Two ${++made}`)

const idIn = (text: string): string => (JSON.parse(text) as { id: string }).id

export const person = async (office: Office) => {
  const name = `Pat ${++made}`
  const form = { name, email: `pat-${made}@desk.test`, departments: 'support' }
  return idIn((await office.post(peoplePaths.list, form, json)).text)
}

export const role = async (office: Office) => {
  const id = await createRole(office.desk.desk, { name: `Role ${++made}`, permissions: [] })
  if (isProblem(id)) throw new Error(id.reason)
  return id
}

export const provider = async (office: Office) => {
  const form = {
    label: `Service ${++made}`,
    issuer: 'https://accounts.example.org',
    client: 'desk',
  }
  return idIn((await office.post(providerPaths.list, form, json)).text)
}

export const reply = async (office: Office) => {
  const form = { code: `two-${++made}`, title: 'Blanket', body: 'Hello' }
  return idIn((await office.post(cannedOfDesk.list, form, json)).text)
}

export const macro = async (office: Office) => {
  const form = { name: `Macro ${++made}`, 'act.1': 'tag.add', 'value.1': 'Seen' }
  return idIn((await office.post(rulePaths.macros, form, json)).text)
}

export const tag = async (office: Office) => {
  const name = `tag-${++made}`
  await office.post(tagPaths.list, { name, color: 'plain', description: '' })
  return tagIdOf(tagKeyOf(name))
}

export const visitor = async ({ desk }: Office) => {
  const form = { name: 'Vera', text: 'Hello', client_id: clientId() }
  const started = await start(desk.desk, null, form, { address: '203.0.113.7', language: 'en' })
  if (isProblem(started)) throw new Error(started.reason)
  return started.visitor
}

/** A department that has two days of its own already. */
export const shutDays = async (office: Office) => {
  const id = await department(office)
  for (const from of ['2030-05-01', '2030-05-02'])
    await office.post(hoursPaths.exceptions(id), { from, name: `Day ${from}` })
  return id
}

export const asked = (path: (id: string) => string) => async (office: Office) => {
  const id = await department(office)
  for (const key of ['first', 'second'])
    await office.post(path(id), { key, label_en: `Label of ${key}` })
  return id
}
