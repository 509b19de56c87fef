import type { Reason } from '../../actors/problem'
import type { Language } from './language'
import { accounts } from './reasons/accounts'
import type { Sentence } from './reasons/blanks'
import { canned } from './reasons/canned'
import { conversations } from './reasons/conversations'
import { desk } from './reasons/desk'
import { factors } from './reasons/factors'
import { forms } from './reasons/forms'
import { hours } from './reasons/hours'
import { privacy } from './reasons/privacy'
import { providers } from './reasons/providers'
import { roles } from './reasons/roles'
import { searches } from './reasons/searches'
import { sites } from './reasons/sites'
import { start } from './reasons/start'
import { texts } from './reasons/texts'

const gather = (language: Language): Readonly<Record<Reason, Sentence>> => ({
  ...forms[language],
  ...accounts[language],
  ...roles[language],
  ...factors[language],
  ...providers[language],
  ...conversations[language],
  ...canned[language],
  ...sites[language],
  ...searches[language],
  ...start[language],
  ...hours[language],
  ...texts[language],
  ...desk[language],
  ...privacy[language],
})

/** What went wrong and what to do about it, in one breath. A reason without one fails type-checking. */
export const reasons = { en: gather('en'), zh: gather('zh') }
