import { openMemory } from '../../src/desk/store/memory.ts';
import { describeStore } from '../store.contract.ts';

describeStore('plain memory', async () => openMemory());
