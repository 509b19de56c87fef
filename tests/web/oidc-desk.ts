import { isProblem } from '../../actors/problem'
import { createProvider } from '../../src/commands/providers/write'
import { paths } from '../../views/paths'
import { hire, openTestDesk } from '../support/desk'
import { type Known, type Lies, openProvider } from '../support/provider'
import type { FactorDesk } from './factor-desk'
import { openTab, type Tab } from './tab'

const { session } = paths

export const verified = (sub: string, email: string, more: Partial<Known> = {}): Known => ({
  ...{ sub, email, email_verified: true, ...more },
})

/** The sentence of an answer that says why. */
export const reasonOf = async (answer: Promise<{ text: string }>) =>
  /role="alert">\s*([^<]+?)\s*</.exec((await answer).text)?.[1]

/**
 * A desk with three providers: one for whoever has an account, one that makes people agents, and one that counts
 * for two steps.
 */
export const openOidc = async () => {
  const fake = await openProvider()
  const opened = await openTestDesk({ env: { PROVIDERS_INSIDE: 'yes' } })
  const desk: FactorDesk = { ...opened, now: () => Date.now(), turn: () => {} }

  const form = (more: Record<string, string> = {}) => ({
    ...{ label: 'Example', issuer: fake.issuer },
    ...{ client: fake.client.id, client_secret: fake.client.secret, ...more },
  })
  const add = async (more: Record<string, string> = {}) => {
    const id = await createProvider(desk.desk, form(more))
    if (isProblem(id)) throw new Error(id.reason)
    return id
  }
  const ids = {
    known: await add(),
    makes: await add({ label: 'Staff', domains: 'desk.test, other.test', role: 'agent' }),
    counts: await add({ label: 'Strong', counts: 'yes' }),
  }

  /** Goes to the provider and back: where it leads, and the page. */
  const comeBy = async (tab: Tab, id: string, who: Known, lies: Lies = {}, next?: string) => {
    fake.sits(who, lies)
    const out = await tab.get(session.providerFor(id, next))
    if (out.status !== 303) return out
    const at = await fetch(out.headers.get('Location') ?? '', { redirect: 'manual' })
    const back = new URL(at.headers.get('Location') ?? '')
    return tab.get(back.pathname + back.search, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
  }
  let count = 0
  return {
    ...{ desk, fake, ids, form, add, comeBy },
    comeNew: (id: string, who: Known, lies: Lies = {}) => comeBy(openTab(desk), id, who, lies),
    /** Somebody new with an account. */
    async somebody(role = 'agent') {
      const name = `Oid${++count}`
      const person = await hire(desk, name, 5, role)
      return { name, email: `${name.toLowerCase()}@desk.test`, person }
    },
    close: () => Promise.all([desk.close(), fake.close()]),
  }
}
export type Oidc = Awaited<ReturnType<typeof openOidc>>
