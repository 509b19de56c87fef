import type { common as enCommon, pages as enPages } from '../en/common'

export const common: typeof enCommon = {
  brand: 'Bellhop',
  language: '语言',
  theme: '外观',
  themes: { auto: '自动', light: '浅色', dark: '深色' },
  menu: '您的菜单',
  sound: '新消息提示音',
  close: '关闭',
  stars: (n) => `${n} 星（满分 5 星）`,
  connection: {
    connecting: '正在连接…',
    live: '已连接',
    reconnecting: '正在重新连接…您写的内容会保留',
    offline: '已离线，您写的内容会保留并稍后发送',
    plain: '每隔几秒自动更新',
    unreachable: '暂时无法连接，请稍后再试。',
  },
  outbox: {
    sending: '正在发送…',
    waiting: '尚未发出，会继续尝试',
    failed: '未发出',
    retry: '重试',
  },
  typing: (name) => `${name}正在输入`,
  seen: '已读',
  note: '仅同事可见',
}

export const pages: typeof enPages = {
  home: {
    title: '按铃即应的服务台',
    lead: '按下铃，和真人对话。即使断线，您的对话也会保留。',
    chat: '开始对话',
    signIn: '登录服务台',
    preview: {
      agent: '小安',
      ask: '您好，有人在吗？',
      answer: '在的，有什么可以帮您？',
      thanks: '回复好快！',
    },
    workbench: '打开工作台',
  },
  signIn: {
    title: '登录',
    lead: '供服务台工作人员使用。',
    email: '邮箱',
    password: '密码',
    submit: '登录',
    visitor: '有问题想咨询？',
    chat: '直接开始对话',
    shutOut: '您在此使用的账号已被停用，请联系管理员。',
  },
  signOut: '退出登录',
  signedOut: {
    title: '您已退出登录',
    lead: '此处的登录已结束。您负责的会话稍后会回到队列。',
  },
  install: {
    title: '设置您的服务台',
    lead: '创建第一个账号。它拥有全部权限，请设置较长的密码。',
    name: '您的姓名',
    nameHint: '您回复时访客会看到。',
    email: '邮箱',
    password: '密码',
    passwordHint: (n) => `至少 ${n} 个字符，用一句短话就很好。`,
    submit: '创建账号',
  },
  installed: {
    title: '服务台已经设置好了',
    lead: '设置链接只能使用一次。如果您有账号，请登录。',
  },
  missing: {
    title: '这里没有内容',
    lead: '页面已移动，或网址有误。',
  },
  broken: {
    title: '我们这边出了问题',
    lead: '问题已记录，我们会尽快查看。您发送的内容没有丢失。',
    id: '如需询问，请提供这个编号：',
  },
  unavailable: {
    title: '请稍等片刻',
    lead: '服务台暂时读不到记录。已发送的内容是安全的，本页会自动重试。',
  },
  problem: '没有成功',
  toHome: '回到首页',
  toChat: '回到对话',
  tryAgain: '再试一次',
}
