const en = {
  open: 'Chat with us',
  close: 'Close chat',
  title: 'Chat',
  unread: 'unread',
  connecting: 'Connecting…',
  unreachable: 'Not reachable now. Please try again later.',
}

const zh: typeof en = {
  open: '联系客服',
  close: '关闭',
  title: '聊天窗口',
  unread: '条未读',
  connecting: '正在连接…',
  unreachable: '暂时无法连接，请稍后再试',
}

/** What is read on somebody's own site, before the chat is loaded there. */
export const widget = { en, zh }
