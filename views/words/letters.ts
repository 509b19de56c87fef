import { type Filled, phrase } from '../../actors/text/phrase'
import { counted } from './counted'

/** Somebody of whom no name is known to be theirs is greeted without one. */
const greeted = (name: string): Filled => (name === '' ? [{}, 'nameless'] : [{ name }])

const en = {
  subject: phrase('{{name}} answered you', (name: string) => [{ name }]),
  hello: phrase({ text: 'Hello {{name}},', nameless: 'Hello,' }, greeted),
  lead: 'you were not there when this answer came:',
  more: counted('en', {
    one: 'One earlier message is in the chat.',
    other: '{{n}} earlier messages are in the chat.',
  }),
  file: phrase('File: {{name}}', (name: string) => [{ name }]),
  go: 'Go on with the chat',
  holds:
    'The link works for seven days. Please do not pass it on: whoever opens it is in your chat.',
  ofAccount:
    'The link leads you there where you are signed in. Elsewhere, sign in on the site where you wrote to us and open the chat there.',
  why: 'You get this mail because you gave us this address when you wrote to us. An answer to this mail is not read.',
  page: {
    title: 'Go on with your chat',
    lead: 'You come back to the same chat, on this device.',
    go: 'Go on',
  },
  stop: {
    link: 'No more mail about answers',
    title: 'No more mail about answers?',
    lead: 'What is answered to you stays in the chat. You only get no mail about it any more.',
    go: 'No more mail',
    done: 'You get no more mail',
    doneLead: 'What is answered to you is in the chat, whenever you open it.',
    again: 'Mail me again',
    undone: 'You get mail again',
    undoneLead: 'When you are away and an answer comes, we mail it to you.',
    over: 'This link opens nothing any more. Each newer mail has one that does.',
  },
  transcript: {
    subject: 'Your chat with us',
    lead: 'this is the chat that you asked us to send you.',
    waits: 'A chat is here for you to read',
    waitsLead: 'somebody, and we hope it was you, had a chat with us sent to this address.',
    waitsGo: 'Read the chat',
    waitsHolds:
      'The link works for seven days. Whoever opens it reads the chat and can do nothing in it.',
    why: 'You get this mail once, because somebody asked for it in the chat. An answer to this mail is not read.',
  },
}

const zh: typeof en = {
  subject: phrase('{{name}} 回复了您', (name) => [{ name }]),
  hello: phrase({ text: '{{name}}，您好：', nameless: '您好：' }, greeted),
  lead: '您离开期间，我们回复了您：',
  more: counted('zh', { other: '另有 {{n}} 条更早的消息，请在对话中查看。' }),
  file: phrase('文件：{{name}}', (name) => [{ name }]),
  go: '继续对话',
  holds: '链接七天内有效。请勿转发：打开链接的人将进入您的对话。',
  ofAccount:
    '在您已登录的浏览器中，链接将直接打开对话。在其他设备上，请先在您咨询时的网站登录，再打开对话。',
  why: '您咨询时留下了此邮箱，因此收到本邮件。请勿直接回复，我们不会查看对本邮件的回复。',
  page: {
    title: '继续您的对话',
    lead: '您将在此设备上回到原来的对话。',
    go: '继续',
  },
  stop: {
    link: '不再接收回复邮件',
    title: '不再接收回复邮件？',
    lead: '回复仍会保留在对话中，只是不再发邮件通知您。',
    go: '不再接收',
    done: '已停止发送',
    doneLead: '您随时可以打开对话查看回复。',
    again: '恢复接收',
    undone: '已恢复接收',
    undoneLead: '您不在时如有回复，我们会发邮件通知您。',
    over: '此链接已失效，请使用较新邮件中的链接。',
  },
  transcript: {
    subject: '您的对话记录',
    lead: '以下是您要求发送的对话记录。',
    waits: '有一份对话记录待您查看',
    waitsLead: '有人将与我们的对话记录发送到此邮箱，希望是您本人。',
    waitsGo: '查看对话记录',
    waitsHolds: '链接七天内有效。打开链接只能查看记录，不能进行其他操作。',
    why: '有人在对话中要求发送，因此您收到这一封邮件。请勿直接回复，我们不会查看对本邮件的回复。',
  },
}

/** Mail that the desk sends, and the pages that its links open. */
export const letters = { en, zh }
