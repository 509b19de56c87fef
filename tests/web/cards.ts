import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { openFollowedDesk } from '../feeds/harness'
import { clientId, hire, until } from '../support/desk'
import { type Answer, askOf, json, signIn } from './ask'

const { chat, workbench } = paths
export type Form = Record<string, string>

export const order = {
  ...{ is: 'order', title: 'Second delivery', number: '20418', price: '€ 0' },
  ...{ state: 'On its way', detail: 'Tomorrow 9–12' },
  link: 'https://shop.example/orders/20418?a=1&b=2',
  ...{ 'button.0': 'That suits me', 'button.2': 'Another day' },
}
export const questions = {
  ...{ is: 'form', title: 'Where shall it go?' },
  ...{ 'field.0': 'Street', 'required.0': 'yes', 'field.1': 'E-mail', 'type.1': 'email' },
  ...{ 'field.3': 'For the driver', 'type.3': 'textarea' },
}

/** A desk where Ana answers and Amir is beside her, and talks of visitors with her. */
export const openCardDesk = async () => {
  const harness = await openFollowedDesk({ clock: systemClock, until })
  const ask = askOf(harness.desk)
  await hire(harness.desk, 'Amir')
  const cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }

  const begin = async () => {
    const { person, conversation, token } = await harness.talk()
    const vera = `visitor=${token}`
    const post = (cookie: string, path: string, form: Form, headers: Form = json) =>
      ask('POST', path, { cookie, form, headers })
    const send = async (card: Form, headers: Form = json, cookie = cookies.ana) => {
      const form = { client_id: clientId(), ...card }
      const path = cookie === vera ? chat.cards : workbench.cards(conversation)
      return { id: form.client_id, answer: await post(cookie, path, form, headers) }
    }
    const press = (id: string, form: Form, headers: Form = json, cookie = vera) =>
      post(cookie, chat.cardAnswer(id), form, headers)
    const read = async (cookie: string) => {
      const path = cookie === vera ? chat.page : workbench.conversation(conversation)
      return (await ask('GET', path, { cookie })).text
    }
    return { person, conversation, vera, post, send, press, read }
  }
  return { harness, ask, cookies, begin, close: () => harness.desk.close() }
}
export type CardDesk = Awaited<ReturnType<typeof openCardDesk>>

export const outcomeOf = ({ status, text }: Answer) => [status, JSON.parse(text).error?.reason]
export const liOf = (html: string, id: string): string =>
  new RegExp(`<li id="e-${id}".*?</li>\\n?(?=<li id="e-|</ol>)`, 's').exec(html)?.[0] ?? ''
export const lineWith = (html: string, text: string): string =>
  html.split('<li id="e-').find((li) => li.includes(text)) ?? ''
