import { expect } from 'bun:test'
import { peoplePaths } from '../../views/office/people-paths'
import { paths } from '../../views/paths'
import { PASSWORD } from '../support/desk'
import { json } from './ask'
import type { Office } from './office'

/** That the browser keeps cookies, as a page of before has found out. */
export const probe = { Cookie: 'bellhop-probe=1' }

/** What is done with people in an office, and what is known of them. */
export const peopleOf = (office: () => Office) => {
  let made = 0
  const store = () => office().desk.desk.store
  return {
    idOf: async (name: string) =>
      (await store().accounts.all()).find((one) => one.name === name)?.id ?? '',
    account: (id: string) => store().accounts.byId(id),
    agent: (id: string) => store().agents.find(id),
    newest: async () => (await store().audit.newest(1))[0],
    /** Invites somebody: who they are, and what their link carries. */
    async invite(more: Record<string, string> = {}) {
      const email = `new-${++made}@desk.test`
      const form = { name: `New ${made}`, email, departments: 'support', ...more }
      const { status, text } = await office().post(peoplePaths.list, form, json)
      expect([status, text]).toEqual([201, expect.stringContaining('"link"')])
      const { id, link } = JSON.parse(text) as { id: string; link: string }
      return { id, email: form.email, token: new URL(link).searchParams.get('token') ?? '' }
    },
    accept: (token: string, password = PASSWORD) =>
      office().ask('POST', paths.passwordLink, {
        ...{ form: { token, password, cookie: 'given' }, headers: probe },
      }),
  }
}

export const reasonOf = (text: string) => JSON.parse(text).error?.reason
