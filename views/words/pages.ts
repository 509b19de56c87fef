const en = {
  home: {
    title: 'A desk that answers',
    lead: 'Ring the desk and talk to a person. Your conversation is kept, even if the connection is not.',
    chat: 'Start a chat',
    signIn: 'Sign in to the desk',
    preview: {
      agent: 'Ana',
      ask: 'Hello? Is anybody there?',
      answer: 'Yes, I am. How can I help?',
      thanks: 'That was quick!',
    },
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
  },
  signOut: 'Sign out',
  signedOut: {
    title: 'You are signed out',
    lead: 'Your session has ended here. Conversations you hold go back to the line shortly.',
  },
  install: {
    title: 'Set up your desk',
    lead: 'Make the first account. It has full access, so choose a long password.',
    name: 'Your name',
    nameHint: 'Visitors see it when you answer.',
    email: 'E-mail',
    password: 'Password',
    passwordHint: (n: number) => `At least ${n} characters. A short sentence works well.`,
    submit: 'Create the account',
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
    lead: 'It is in our log, and we will look into it. Nothing you sent was lost.',
    id: 'If you ask about it, name this number:',
  },
  unavailable: {
    title: 'Back in a moment',
    lead: 'The desk cannot reach its records just now. What was sent is safe; this page tries again by itself.',
  },
  problem: 'That did not work',
  toHome: 'To the start',
  toChat: 'To the chat',
  tryAgain: 'Try again',
}

const zh: typeof en = {
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
    lead: '供客服人员登录使用。',
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
    lead: '您手上的会话稍后会重新排队，由其他客服接待。',
  },
  install: {
    title: '设置您的客服系统',
    lead: '创建第一个账号。它拥有全部权限，请设置较长的密码。',
    name: '您的姓名',
    nameHint: '您回复时访客会看到。',
    email: '邮箱',
    password: '密码',
    passwordHint: (n) => `至少 ${n} 个字符，用一句短话就很好。`,
    submit: '创建账号',
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
    title: '我们这边出了问题',
    lead: '问题已记录，我们会尽快查看。您发送的内容没有丢失。',
    id: '如需咨询，请提供这个编号：',
  },
  unavailable: {
    title: '请稍等片刻',
    lead: '系统暂时读取不到数据。您已发送的内容不会丢失，本页会自动重试。',
  },
  problem: '操作未成功',
  toHome: '回到首页',
  toChat: '回到对话',
  tryAgain: '再试一次',
}

export const pages = { en, zh }
