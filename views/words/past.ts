import { phrase } from '../../actors/text/phrase'

const en = {
  title: 'Your earlier chats',
  link: 'Earlier chats',
  lead: 'What was said stays here for you.',
  empty: 'No earlier chats',
  emptyHint: 'Once a chat with us has ended, you can read it again here.',
  older: 'Show older chats',
  newest: 'Back to the newest',
  back: 'All earlier chats',
  toChat: 'To the chat',
  with: phrase('With {{name}}', (name: string) => [{ name }]),
  unanswered: 'Not answered',
  ended: 'Ended',
  one: 'An earlier chat',
  openFirst:
    'You are in another chat just now. Once it has ended, you can continue this one instead.',
  mailed: {
    link: 'Mail me this chat',
    title: 'Have this chat mailed to you',
    lead: 'We send all of it, without the files, to this address once.',
    email: 'Your e-mail',
    submit: 'Send it',
    done: 'It is on its way',
    doneLead: phrase('The chat goes to {{email}}. It may take a minute.', (email: string) => [
      { email },
    ]),
    noMail: 'No mail goes out from here. You can save the chat instead.',
    save: 'Save the chat',
    back: 'Back to the chat',
  },
}

const zh: typeof en = {
  title: '您的历史会话',
  link: '历史会话',
  lead: '聊天记录都保留在这里，您可以随时查看。',
  empty: '暂无历史会话',
  emptyHint: '与我们的对话结束后，您可以在这里再次查看。',
  older: '查看更早的会话',
  newest: '回到最新',
  back: '全部历史会话',
  toChat: '返回对话',
  with: phrase('客服：{{name}}', (name) => [{ name }]),
  unanswered: '未获回复',
  ended: '结束时间',
  one: '历史会话',
  openFirst: '您当前正在另一个对话中。该对话结束后，才能继续这一个。',
  mailed: {
    link: '将对话发送到邮箱',
    title: '将对话发送到您的邮箱',
    lead: '我们会把全部对话内容（不含文件）发送到此邮箱，仅此一次。',
    email: '您的邮箱',
    submit: '发送',
    done: '正在发送',
    doneLead: phrase('对话记录将发送到 {{email}}，可能需要一分钟。', (email) => [{ email }]),
    noMail: '这里不发送邮件，您可以直接保存对话。',
    save: '保存对话',
    back: '返回对话',
  },
}

/** The visitor's earlier conversations. */
export const past = { en, zh }
