import { paths } from '../../../views/paths'
import { abortAfter, systemClock } from '../../clock'
import { bad, type Finding, good, reasonOf } from './finding'

const TIMEOUT_MS = 5_000

/**
 * Sends a form that changes nothing as a browser at this address does, and looks whether the desk
 * takes it for one of its own: it does not where a proxy tells it another host than browsers see.
 */
export const lookAtForms = async (url: string): Promise<Finding[]> => {
  const { origin } = new URL(url)
  try {
    const answer = await fetch(`${url}${paths.theme}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Accept: 'application/json', Origin: origin },
      body: new URLSearchParams({ back: paths.home }),
      signal: abortAfter(systemClock, TIMEOUT_MS),
    })
    if (answer.status !== 403) return [good('forms', `forms from ${origin} are taken`)]
    const expected = expectedIn(await answer.text())
    return [
      bad(
        'forms',
        `forms and sockets from ${origin} are refused: the desk expects ${expected}`,
        remedy(origin),
      ),
    ]
  } catch (problem) {
    return [bad('forms', `a form is not answered: ${reasonOf(problem)}`)]
  }
}

/** The address that the desk takes for its own, as its refusal says. */
const expectedIn = (body: string): string => {
  try {
    const { error } = JSON.parse(body) as { error?: { values?: { expected?: unknown } } }
    return String(error?.values?.expected ?? 'another address')
  } catch {
    return 'another address, or the proxy refuses them'
  }
}

const remedy = (origin: string) => `Set BASE_URL=${origin} if that is what browsers see.
Or let the proxy pass on the host that they ask for, with its port. For nginx:
  proxy_set_header Host $http_host;`
