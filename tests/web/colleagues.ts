import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk } from '../support/desk'
import { askOf, signIn } from './ask'

/** A desk at which Ana and Amir are signed in and away: nothing comes to them by itself. */
export const openDeskOfTwo = async () => {
  const desk = await openTestDesk()
  const ask = askOf(desk)
  const enter = async (name: string): Promise<string> => {
    await goOnDuty(desk, await hire(desk, name, 50))
    const cookie = await signIn(ask, name)
    await ask('POST', paths.workbench.status, { form: { status: 'away' }, cookie })
    return cookie
  }
  const ana = await enter('Ana')
  return { desk, ask, cookies: { Ana: ana, Amir: await enter('Amir') } }
}
export type DeskOfTwo = Awaited<ReturnType<typeof openDeskOfTwo>>
