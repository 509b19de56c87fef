import { deskGroupIn, deskGroupName } from '../../actors/desk/settings'
import { FIRST_STEPS, type FirstStep, firstSteps } from '../../actors/first-steps'
import { SITES, sitesIn } from '../../actors/sites'
import { isActive } from '../../actors/summary'
import type { FirstStepsView } from '../../views/office/first-steps/view'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'

/** What the department is called that everybody begins with. */
const FIRST_DEPARTMENT = 'Support'
/** How long what another node was told stays unknown here, ms. */
const KNOWN_MS = 5_000

/** Each step with whether it is done, as the desk itself says: nobody ticks anything off. */
export const readFirstSteps = async (store: Store, mails: boolean): Promise<FirstStepsView> => {
  const [all, agents, texts, brand, sites, shown] = await Promise.all([
    store.departments.all(),
    store.agents.all(),
    store.texts.all(),
    store.accounts.setting(deskGroupName('brand')),
    store.accounts.setting(SITES),
    store.accounts.setting(FIRST_STEPS),
  ])
  const departments = all.filter(isActive)
  const isDone: Record<FirstStep, boolean> = {
    departments: departments.length > 1 || departments[0]?.name !== FIRST_DEPARTMENT,
    people: agents.length > 1,
    hours: departments.some(({ settings }) => settings.hours.use !== 'always'),
    texts: texts.length > 0 || deskGroupIn('brand', brand).name !== '',
    widget: sitesIn(sites).origins.length > 0,
    mail: mails,
  }
  const steps = firstSteps.map((step) => ({ step, done: isDone[step] }))
  return { steps, isShown: shown !== undefined }
}

type Needed = { store: Pick<Store, 'accounts'>; clock: Clock; log: Log }

/** Whether they stand in the menu: no page waits for it. */
export const openFirstSteps = async ({ store, clock, log }: Needed) => {
  let isShown = false
  let loadedAt = clock.ticks()
  const load = async () => {
    loadedAt = clock.ticks()
    isShown = (await store.accounts.setting(FIRST_STEPS)) !== undefined
  }
  await load()
  return {
    load,
    current: (): boolean => {
      if (clock.ticks() - loadedAt > KNOWN_MS)
        load().catch((problem) => log.warn('a setting could not be read', { problem }))
      return isShown
    },
  }
}
export type FirstStepsShown = Awaited<ReturnType<typeof openFirstSteps>>
