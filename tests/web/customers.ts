import { expect } from 'bun:test'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { paths } from '../../views/paths'
import { openTestDesk, PASSWORD } from '../support/desk'
import { openTab, type Tab } from './tab'

const { customers: at } = paths

/** A desk at which visitors may have accounts; without mail, unless the environment sets it. */
export const openCustomerDesk = async (options: Parameters<typeof openTestDesk>[0] = {}) => {
  const desk = await openTestDesk(options)
  await changeDeskSettings(desk.desk, 'customers', { customers: 'yes' })
  await desk.web.reads.settings.load()
  return desk
}

export const wanted = (email: string, more: Record<string, string> = {}) => ({
  ...{ name: 'Vera Lind', email, password: PASSWORD, consent: 'yes', ...more },
})

/** Signs in where an account is open: the answer. */
export const signInAs = async (tab: Tab, email: string, more: Record<string, string> = {}) => {
  await tab.get(at.signIn)
  return tab.post(at.signIn, { email, password: PASSWORD, ...more })
}

/** A tab of somebody who has made an account, and is signed in with it. */
export const customerTab = async (
  desk: Parameters<typeof openTab>[0],
  email: string,
  tab = openTab(desk),
): Promise<Tab> => {
  expect((await tab.post(at.register, wanted(email))).status).toBe(303)
  expect((await signInAs(tab, email)).headers.get('Location')).toBe(at.page)
  return tab
}
