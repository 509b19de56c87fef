import { test } from 'bun:test'
import { ana, openTestDesk } from '../browser/desk'
import { until } from '../browser/people'
import { PLAY_MS } from './play'
import { BACK, BEFORE, ENTER, find, hasW3m, NEXT, openW3m, RELOAD, type Reader, visit } from './w3m'

test.skipIf(!hasW3m)(
  'a whole talk in w3m, by keys alone',
  async () => {
    const desk = await openTestDesk()
    await desk.hire(ana)
    const [vera, agent] = [openW3m(`${desk.url}/chat`), openW3m(`${desk.url}/sign-in`)]
    try {
      await ask(vera)
      await signIn(agent)
      await take(agent)
      await converse(vera, agent)
      await goBack(vera, desk.url)
      await endWithStars(vera, agent)
    } finally {
      await Promise.all([vera.close(), agent.close()])
      await desk.close()
    }
  },
  PLAY_MS,
)

const ask = async (vera: Reader) => {
  await sees(vera, 'Your message')
  vera.keys(find('Your name'), NEXT, ENTER, 'Vera', ENTER, find('Your message'), NEXT)
  await vera.write('Hello? 我很着急')
  await sees(vera, 'Hello? 我很着急')
  vera.keys(find('^Wait in line'), ENTER)
  await sees(vera, 'Nobody is free just now')
}

const signIn = async (agent: Reader) => {
  await sees(agent, 'Password')
  agent.keys(find('E-mail'), NEXT, ENTER, ana.email, ENTER)
  agent.keys(find('Password'), NEXT, ENTER, ana.password, ENTER, NEXT, ENTER)
  await sees(agent, 'Off duty\n')
  agent.keys(find('Away'), ENTER)
  await sees(agent, 'You are away')
}

const take = async (agent: Reader) => {
  agent.keys(find('Vera'), ENTER)
  await sees(agent, 'Take it from the queue to reply.')
  agent.keys(find('^Take$'), ENTER)
  await sees(agent, 'You took it from the queue')
}

const converse = async (vera: Reader, agent: Reader) => {
  await send(agent, 'Good morning')
  await seesAnew(vera, 'Good morning')
  await send(vera, 'I am in a hurry')
  await seesAnew(agent, 'I am in a hurry')
}

const goBack = async (vera: Reader, url: string) => {
  vera.keys(visit(`${url}/sign-in`))
  await sees(vera, 'For the people behind the desk.')
  vera.keys(BACK)
  await sees(vera, 'I am in a hurry')
}

const endWithStars = async (vera: Reader, agent: Reader) => {
  agent.keys(find('Not yet'), NEXT, ENTER)
  await sees(agent, 'No conversation is open')
  await seesAnew(vera, 'Ana ended the chat.')
  vera.keys(find('4 of 5'), BEFORE, ENTER, find('Send rating'), ENTER)
  await sees(vera, 'You gave 4 of 5 stars')
}

/** By the editor, then by the button behind what was written. */
const send = async (reader: Reader, text: string) => {
  reader.keys(find('Send'), BEFORE)
  await reader.write(text)
  await sees(reader, `[${text}`)
  reader.keys(find('Send'), ENTER)
  await sees(reader, `\n    ${text}\n`)
}

const sees = (reader: Reader, words: string) => until(words, () => look(reader, words), true)

/** Nothing comes by itself where there are no scripts and no frames. */
const seesAnew = (reader: Reader, words: string) => {
  const lookAgain = () => {
    reader.keys(RELOAD)
    return look(reader, words)
  }
  return until(words, lookAgain, true)
}

/** True, or the page without them. */
const look = async (reader: Reader, words: string) => {
  const page = await reader.read()
  return page.includes(words) || page
}
