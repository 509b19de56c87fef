const en = {
  link: 'Forgot your password?',
  forgot: {
    title: 'Forgot your password?',
    lead: 'We mail you a link by which you set a new one. It works once and for 30 minutes.',
    email: 'E-mail',
    website: 'Leave this field empty',
    submit: 'Mail me a link',
    done: 'Look into your mail',
    doneLead:
      'If there is an account with this address, a link is on its way to it. It may take a minute; look among the junk too.',
    noMail:
      'This desk sends no mail. Please ask an admin for a new password; admins find it on the command line: bellhop admin password.',
    back: 'Back to sign in',
  },
  reset: {
    title: 'Set a new password',
    lead: (name: string, email: string) => `For ${name}, ${email}. It ends all your sessions.`,
    submit: 'Save and sign in',
    over: 'This link works no more',
    again: 'Ask for another one',
  },
}

const zh: typeof en = {
  link: '忘记密码？',
  forgot: {
    title: '忘记密码？',
    lead: '我们会向您的邮箱发送一个链接，用于设置新密码。链接 30 分钟内有效，只能使用一次。',
    email: '邮箱',
    website: '请勿填写此项',
    submit: '发送链接',
    done: '请查收邮件',
    doneLead: '如果此邮箱有对应的账号，链接正在发送中，可能需要一分钟。请同时查看垃圾邮件。',
    noMail:
      '本客服系统不发送邮件。请联系管理员设置新密码；管理员可在命令行使用 bellhop admin password。',
    back: '返回登录',
  },
  reset: {
    title: '设置新密码',
    lead: (name, email) => `${name}，${email}。设置后，您在各处的登录都会退出。`,
    submit: '保存并登录',
    over: '此链接已失效',
    again: '重新申请',
  },
}

/** A forgotten password, and a new one. */
export const resetWords = { en, zh }
