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
}

/** The visitor's earlier conversations. */
export const past = { en, zh }
