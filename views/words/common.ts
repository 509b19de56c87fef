import { phrase } from '../../actors/text/phrase'

const en = {
  brand: 'Bellhop',
  language: 'Language',
  theme: 'Appearance',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  menu: 'Your menu',
  sound: 'Sound for new messages',
  tell: 'Notify me on this screen',
  tellSays: {
    on: 'Notifications are on.',
    off: 'Notifications are off.',
    blocked:
      'Your browser blocks notifications. Allow them for this page in its settings, then press again.',
  },
  toldReply: 'You have a new message.',
  close: 'Close',
  showPassword: 'Show password',
  stars: phrase('{{n}} of 5 stars', (n: number) => [{ n }]),
  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    reconnecting: 'Reconnecting… what you write is kept',
    offline: 'Offline. What you write is kept and sent later',
    over: 'No longer live. Reload the page to see how it stands',
    plain: 'Refreshes every few seconds',
    unreachable: 'The desk cannot be reached just now. Please try again in a moment.',
  },
  /** The state of a message on its way. */
  outbox: {
    sending: 'Sending…',
    waiting: 'Not sent yet. We keep trying',
    failed: 'Not sent',
    retry: 'Try again',
  },
  typing: phrase('{{name}} is writing', (name: string) => [{ name }]),
  seen: 'Seen',
}

const zh: typeof en = {
  brand: 'Bellhop',
  language: '语言',
  theme: '外观',
  themes: { auto: '自动', light: '浅色', dark: '深色' },
  menu: '个人菜单',
  sound: '新消息提示音',
  tell: '在屏幕上通知我',
  tellSays: {
    on: '桌面通知已开启。',
    off: '桌面通知已关闭。',
    blocked: '浏览器已阻止通知。请在浏览器设置中允许本页面发送通知，然后再次点击。',
  },
  toldReply: '您有新消息。',
  close: '关闭',
  showPassword: '显示密码',
  stars: phrase('{{n}} 星（满分 5 星）', (n) => [{ n }]),
  connection: {
    connecting: '正在连接…',
    live: '已连接',
    reconnecting: '正在重新连接…您写的内容会保留',
    offline: '网络已断开，您写的内容会保留，恢复后自动发送',
    over: '此页面已停止更新，请刷新查看',
    plain: '每隔几秒自动更新',
    unreachable: '暂时无法连接，请稍后再试。',
  },
  outbox: {
    sending: '发送中…',
    waiting: '尚未发送，正在重试',
    failed: '发送失败',
    retry: '重试',
  },
  typing: phrase('{{name}}正在输入', (name) => [{ name }]),
  seen: '已读',
}

/** What every page may need. */
export const common = { en, zh }
