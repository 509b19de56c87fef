import { Problem } from '../../../actors/problem'
import { InstalledPage } from '../../../views/problem'
import type { Desk } from '../../commands/desk'
import { answerProblem, givenBack } from '../answer'
import type { Ask, WebContext } from '../context'
import { keepWords } from '../keep-words'

/**
 * Once somebody may set the desk up the address leads nowhere, whatever the method and whether
 * the token was the right one: the page says so, and where people who have an account go.
 */
export const whenInstalled = async (
  c: Ask,
  { desk }: WebContext,
): Promise<Response | undefined> => {
  if (!(await isInstalled(desk))) return undefined
  await keepWords(c, desk.clock)
  return answerProblem(c, gone, InstalledPage({ ...c.get('look'), ...givenBack(c) }))
}

const gone = new Problem('missing', 'installDone')

const done = new WeakSet<Desk>()

/** Asks the store until it is so; from then on it is known for good. */
export const isInstalled = async (desk: Desk): Promise<boolean> => {
  if (done.has(desk)) return true
  const installed = await desk.store.accounts.hasAdmin()
  if (installed) done.add(desk)
  return installed
}
