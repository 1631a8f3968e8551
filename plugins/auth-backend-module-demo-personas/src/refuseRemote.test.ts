import { refuseRemote } from './refuseRemote';

const local = { host: 'localhost:7007' };

describe('refuseRemote', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'lets %s in',
    peerAddress => {
      expect(() => refuseRemote({ peerAddress, headers: local })).not.toThrow();
    },
  );

  it.each([
    undefined,
    '',
    '10.0.0.1',
    '::ffff:10.0.0.1',
    '192.168.127.1',
    'localhost',
    '128.0.0.1',
    'fe80::1',
  ])('refuses the peer %s', peerAddress => {
    expect(() => refuseRemote({ peerAddress, headers: local })).toThrow(
      /another machine/,
    );
  });

  it.each([
    'x-forwarded-for',
    'x-forwarded-host',
    'forwarded',
    'x-real-ip',
    'via',
  ])('refuses what carries %s', name => {
    expect(() =>
      refuseRemote({
        peerAddress: '127.0.0.1',
        headers: { ...local, [name]: '127.0.0.1' },
      }),
    ).toThrow(new RegExp(name));
  });

  it.each([
    undefined,
    'evil.example',
    'localhost.evil.example',
    '10.0.0.1:7007',
  ])('refuses the host %s', host => {
    expect(() =>
      refuseRemote({ peerAddress: '127.0.0.1', headers: { host } }),
    ).toThrow(/another host/);
  });

  it.each(['LOCALHOST', '127.0.0.1:80', '[::1]:7007', '[::1]'])(
    'knows the host %s as this machine',
    host => {
      expect(() =>
        refuseRemote({ peerAddress: '127.0.0.1', headers: { host } }),
      ).not.toThrow();
    },
  );
});
