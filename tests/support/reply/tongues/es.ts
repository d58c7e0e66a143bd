import type { Cases } from './cases.ts';

const parcel = 'Mi paquete tenía que llegar el lunes y todavía no está aquí. Ya estoy harta.';
const double = 'Me han cobrado dos veces 49,90 € en mayo. ¿Lo pueden revisar?';
const address = '¿Todavía puedo cambiar la dirección de entrega de mi pedido 4711?';
const crash = 'Desde la actualización, la aplicación se cierra en cuanto la abro.';

export const es: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        'Hola, Nora: esperar un paquete que ya debería estar en casa es frustrante, y lo siento. Estoy preguntando al transportista y te escribo hoy antes de las 15:00.',
      promised: 'hoy antes de las 15:00',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        'Hola, estoy revisando el cobro doble de 49,90 euros y mañana a mediodía le digo lo que he encontrado. ¿Tiene a mano las fechas de los dos cargos?',
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        'El pedido 4711 ya ha salido, así que no podemos cambiar la dirección. Lo que sí puedo hacer es que lo dejen en un punto de recogida cerca de su casa. ¿Le vendría bien?',
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        'Gracias por avisarnos. El fallo de la aplicación ya está arreglado: abra la tienda e instale la versión nueva. ¿Le funciona ahora?',
    },
    {
      customer: 'No puedo entrar en mi cuenta desde ayer, me rechaza la contraseña.',
      upset: false,
      category: 'account_access',
      reply:
        'Buenos días, aquí también veo que se rechaza el acceso. Voy a restablecer la contraseña y le confirmo en una hora que ya puede entrar.',
    },
    {
      customer: 'Otra vez un envío equivocado, pedí rojo y me llegó azul.',
      upset: true,
      category: 'delivery_order',
      reply:
        'Es la segunda vez y entiendo que esté molesta. Perdón, nos equivocamos en el almacén. El modelo rojo sale hoy y lo tendrá el jueves; quédese con el azul.',
    },
    {
      customer: '¿Cómo exporto mis datos?',
      upset: false,
      category: 'how_to',
      reply: 'En Ajustes > Datos está el botón «Exportar». ¿Le llega bien el archivo?',
    },
    {
      customer: 'El panel muestra cero ventas desde esta mañana.',
      upset: false,
      category: 'bug_outage',
      reply:
        '¡Hola! Un proceso se paró por la noche, por eso el cero. Desde las 11 vuelve a funcionar y su panel se está llenando. ¿Ya ve sus cifras?',
    },
    {
      customer: 'Quiero cancelar mi suscripción.',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'Su suscripción termina el último día del mes y no se le cobrará nada más. ¿Es lo que quería?',
    },
    {
      customer: '¿Hay un límite en la API?',
      upset: false,
      category: 'how_to',
      reply:
        'Sí, cien llamadas por minuto en su plan. Si necesita más, dígame cuántas y hoy mismo lo subo.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: 'Estimado cliente: la dirección del pedido ha sido cambiada.',
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: 'Hola, reviso la dirección y te aviso esta tarde.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply: 'Gracias por su mensaje. Revisaremos su consulta y le responderemos mañana.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'Usted escribe: «Desde la actualización, la aplicación se cierra en cuanto la abro». Lo reviso mañana.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Lamentamos las molestias ocasionadas.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Su paquete está en reparto. Lo compruebo antes de las 15:00.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'Lamentamos que se sienta mal atendida.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: 'Debería haber indicado la dirección completa. El paquete ha vuelto.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'El paquete va con retraso, es frustrante. Lo compruebo mañana.',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'Su mensaje sobre el cobro nos ha llegado.',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: 'Reviso el cobro y le aviso lo antes posible.',
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: 'No es posible. El pedido ya ha salido.',
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply: 'Le he devuelto el segundo cobro. Quedamos a su disposición para cualquier consulta.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'Por medio de la presente le informamos que su requerimiento será atendido a la brevedad.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'De los cobros se encarga otro departamento.',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: 'El sistema no permite cambiar la dirección.',
    },
    { fails: 'grounded', customer: double, upset: false, reply: 'Le devolvemos 59,90 €.' },
    { fails: 'grounded', customer: parcel, upset: false, reply: 'Su paquete llega el 4 de marzo.' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'Cálmese, por favor. Reviso la aplicación mañana.',
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: '¡¡¡REINICIE SU TELÉFONO AHORA MISMO PORFAVOR!!!',
    },
    {
      fails: 'next-step',
      customer: 'Mi reembolso todavía no ha llegado.',
      upset: false,
      category: 'refund',
      reply: 'Su caso está en proceso, gracias por su paciencia.',
    },
    {
      fails: 'owns',
      customer: '¿Cómo exporto mis datos?',
      upset: false,
      category: 'how_to',
      reply: 'Eso ya se lo explicamos ayer, como ya le indicamos está en ajustes.',
    },
    {
      fails: 'no-wall',
      customer: 'La pantalla llegó rota.',
      upset: false,
      category: 'refund',
      reply: 'Según las condiciones generales no cubrimos roturas.',
    },
    {
      fails: 'no-wall',
      customer: 'La talla no es la correcta.',
      upset: false,
      category: 'refund',
      reply: 'Eso no es cosa mía, tiene que hablar con devoluciones.',
    },
    {
      fails: 'acknowledges',
      customer: '¡Tercer correo y dos cobros!',
      upset: true,
      category: 'billing',
      reply: 'Le agradecemos su paciencia y comprensión.',
    },
    {
      fails: 'owns',
      customer: 'La sincronización falla cada noche.',
      upset: false,
      category: 'bug_outage',
      reply: 'Seguramente lo configuró mal, como ya le dijimos.',
    },
    {
      fails: 'options',
      customer: 'Quiero que me devuelvan el dinero.',
      upset: false,
      category: 'refund',
      reply: 'Lamentablemente no se admiten devoluciones.',
    },
    {
      fails: 'by-when',
      customer: '¿Cuándo llega mi paquete?',
      upset: false,
      category: 'delivery_order',
      reply: 'Estamos investigando y le informaremos próximamente.',
    },
    {
      fails: 'no-wall',
      customer: '¿Por qué suspendieron mi cuenta?',
      upset: false,
      category: 'account_access',
      reply: 'Son las normas de la empresa y no depende de mí.',
    },
  ],
};
