import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { describeProtocol } from '../protocol.contract.ts';

describeProtocol('SQLite', async () => openSqlite(':memory:'));
