const en = {
  home: {
    title: 'How can we help?',
    lead: 'Write to us and talk to a person. Your chat is kept, even if the connection is not.',
    chat: 'Start a chat',
    workbench: 'Open the workbench',
  },
  signIn: {
    title: 'Sign in',
    lead: 'For the people behind the desk.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    visitor: 'Do you have a question?',
    chat: 'Start a chat instead',
    shutOut: 'The account you used here has been disabled. Please ask an admin of this desk.',
    ended: 'You have been signed out: you were away for a long time, or your password was changed.',
    halfOver: 'That took too long, or your account was changed meanwhile. Please start again.',
    notSetUp:
      'This desk is not set up yet. The link for that is in what the program printed when it started.',
  },
  signOut: 'Sign out',
  signingOut: {
    title: 'Sign out?',
    lead: 'You can sign in again at any time.',
    held: (n: number) =>
      n === 1
        ? 'You have one conversation. It goes back to the front of the queue, and its visitor waits for a colleague.'
        : `You have ${n} conversations. All go back to the front of the queue, and their visitors wait for a colleague.`,
    unsent: 'You have written something that is not sent. It is deleted when you sign out.',
    stay: 'Stay signed in',
    keeps: 'Sign out, and keep it here for me',
  },
  signedOut: {
    title: 'You are signed out',
    lead: 'Your session has ended here.',
  },
  install: {
    title: 'Set up your desk',
    lead: 'Make the first account. It has full access, so choose a long password.',
    name: 'Your name',
    nameHint: 'Visitors see it when you answer.',
    email: 'E-mail',
    submit: 'Create the account',
  },
  installLink: {
    title: 'This link does not lead to the set-up',
    lead: 'The right one is in what the program printed when it started. It is long: copy all of it. Each start prints it again.',
  },
  installed: {
    title: 'This desk is set up already',
    lead: 'That link has been used. If you have an account, sign in.',
  },
  missing: {
    title: 'There is nothing here',
    lead: 'The page has moved, or there is a mistake in the address.',
  },
  broken: {
    title: 'Something broke on our side',
    lead: 'It is in our log, and we will look into it.',
    id: 'If you ask about it, name this number:',
  },
  unavailable: {
    title: 'Back in a moment',
    lead: 'The desk cannot reach its records just now. This page tries again by itself.',
  },
  unsent: {
    title: 'Not sent yet',
    away: 'The desk cannot reach its records just now and could not confirm this. Please send it again in a moment.',
    broken: 'Something broke on our side, and this was not confirmed. It is in our log.',
    kept: 'What you entered is still here and goes with it.',
    once: 'Should it have arrived after all, it will not appear twice.',
    submit: 'Send again',
    written: 'What you wrote:',
    signInAside: 'Sign in in a tab beside this one, then send it from here.',
  },
  notToRead: {
    title: 'There is nothing to read at this address',
    lead: 'It only takes in what a form sends. The page that it belongs to is one step away.',
  },
  toPage: 'Back to the page',
  problem: 'That did not work',
  toHome: 'To the start',
  toChat: 'To the chat',
  tryAgain: 'Try again',
}

const zh: typeof en = {
  home: {
    title: '有什么可以帮您？',
    lead: '给我们发消息，由真人客服回复。即使断线，您的对话也会保留。',
    chat: '开始对话',
    workbench: '打开工作台',
  },
  signIn: {
    title: '登录',
    lead: '供客服人员登录使用。',
    email: '邮箱',
    password: '密码',
    submit: '登录',
    visitor: '有问题想咨询？',
    chat: '直接开始对话',
    shutOut: '您在此使用的账号已被停用，请联系管理员。',
    ended: '您已退出登录：长时间未操作，或密码已更改。',
    halfOver: '等待时间过长，或账号在此期间有变更，请重新登录。',
    notSetUp: '客服系统尚未设置。设置链接在程序启动时的输出里。',
  },
  signOut: '退出登录',
  signingOut: {
    title: '确定要退出登录吗？',
    lead: '您可以随时重新登录。',
    held: (n) => `您手上还有 ${n} 个会话，退出后它们会排到最前面，由其他客服接待。`,
    unsent: '您有写好但尚未发送的内容，退出后将被删除。',
    stay: '取消',
    keeps: '保留未发送内容并退出',
  },
  signedOut: {
    title: '您已退出登录',
    lead: '您在此浏览器上的登录已结束。',
  },
  install: {
    title: '设置您的客服系统',
    lead: '创建第一个账号。它拥有全部权限，请设置较长的密码。',
    name: '您的姓名',
    nameHint: '您回复时访客会看到。',
    email: '邮箱',
    submit: '创建账号',
  },
  installLink: {
    title: '此链接无法打开设置页面',
    lead: '正确的链接在程序启动时的输出里。链接较长，请完整复制。重新启动程序后会再次输出。',
  },
  installed: {
    title: '客服系统已经设置好了',
    lead: '设置链接只能使用一次。如果您有账号，请登录。',
  },
  missing: {
    title: '这里没有内容',
    lead: '页面已移动，或网址有误。',
  },
  broken: {
    title: '系统出错',
    lead: '问题已记录，我们会尽快查看。',
    id: '如需咨询，请提供这个编号：',
  },
  unavailable: {
    title: '请稍等片刻',
    lead: '系统暂时读取不到数据，本页会自动重试。',
  },
  unsent: {
    title: '尚未提交成功',
    away: '系统暂时无法读写数据，未能确认本次提交，请稍后重新提交。',
    broken: '系统出错，未能确认本次提交。问题已记录。',
    kept: '您填写的内容保留在本页，会一并提交。',
    once: '即使之前已经收到，也不会重复显示。',
    submit: '重新提交',
    written: '您填写的内容：',
    signInAside: '请在新标签页中登录，然后回到本页重新提交。',
  },
  notToRead: {
    title: '此网址不能直接打开',
    lead: '它只用于接收表单提交，请返回所属页面继续。',
  },
  toPage: '返回上一页面',
  problem: '操作未成功',
  toHome: '回到首页',
  toChat: '回到对话',
  tryAgain: '再试一次',
}

export const pages = { en, zh }
