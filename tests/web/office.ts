import { expect } from 'bun:test'
import type { BuiltInRole, Role } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { providerPaths } from '../../views/office/providers/paths'
import { openTestDesk, PASSWORD } from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'
import { type Answer, askOf, signIn } from './ask'

/** A desk with its office: Otto owns it, Olga runs it, Sina supervises, Ana answers. */
export const openOffice = async (env: Record<string, string> = {}) => {
  const desk = await openTestDesk({ env })
  const ask = askOf(desk)
  const employ = async (name: string, role: Role, departments = ['support']) => {
    const account = { name, email: `${name.toLowerCase()}@desk.test`, password: PASSWORD }
    const id = await hireAgent(withQuickPasswords(desk.desk), account, { departments }, role)
    if (isProblem(id)) throw new Error(id.reason)
    return signIn(ask, name)
  }
  const cookies: Record<BuiltInRole, string> = {
    owner: await employ('Otto', 'owner'),
    admin: await employ('Olga', 'admin'),
    supervisor: await employ('Sina', 'supervisor'),
    agent: await employ('Ana', 'agent'),
  }
  /** As Olga, but for what owners alone may. */
  const cookieAt = (path: string) =>
    path.startsWith(providerPaths.list) ? cookies.owner : cookies.admin
  const get = (path: string, headers = {}) => ask('GET', path, { cookie: cookieAt(path), headers })
  let made = 0
  return {
    ...{ desk, ask, employ, cookies, cookieAt, get },
    /** As Olga does. */
    post: (path: string, form: Record<string, string> = {}, headers = {}) =>
      ask('POST', path, { cookie: cookieAt(path), form, headers }),
    rowOf: (id: string) => desk.desk.store.departments.find(id),
    /** Another department. */
    async make(name = `Department ${++made}`) {
      const id = await createDepartment(desk.desk, { name })
      if (isProblem(id)) throw new Error(id.reason)
      return id
    },
    /** Where a plain form is led, and the page there. */
    async follow({ status, headers }: Answer) {
      expect(status).toBe(303)
      const to = headers.get('Location') ?? ''
      const shown = await get(to)
      expect(shown.status).toBe(200)
      return { to, text: shown.text }
    },
    close: () => desk.close(),
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>

/** All fields of the form that leads somewhere, as a browser would send them. */
export const fieldsOf = (html: string, action: string): Record<string, string> => {
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
