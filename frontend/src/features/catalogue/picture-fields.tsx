import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import ArrowForwardOutlined from '@mui/icons-material/ArrowForwardOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAddPictureMutation, useArrangePicturesMutation } from '@/api/endpoints.gen';
import type { PictureFile, Product } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';
import { ProductPicture } from '@/components/product-picture';

import { Labelled } from './labelled';
import { useProblemWords } from './problem-words';

type Picture = Product['images'][number];

interface PictureFieldsProps {
  product: Product;
  /** A change of pictures is a new version of the product. */
  onVersion: (product: Product) => void;
}

/** The pictures of a product: added at once, put in order, with their colour and words. */
export function PictureFields({ product, onVersion }: PictureFieldsProps) {
  const { t } = useTranslation();
  const { fields, whole } = useProblemWords();
  const [add, adding] = useAddPictureMutation();
  const [arrange, arranging] = useArrangePicturesMutation();
  const input = useRef<HTMLInputElement>(null);
  const error = adding.error ?? arranging.error;
  const send = async (file: File | undefined) => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file);
    const answer = await add({ productId: product.id, pictureFile: body as unknown as PictureFile });
    if (answer.data) onVersion(answer.data);
  };
  const put = async (images: readonly Picture[]) => {
    const answer = await arrange({ productId: product.id, pictures: { pictures: images.map(({ id, color, alt }) => ({ id, color, alt })) } });
    if (answer.data) onVersion(answer.data);
  };
  const problems = Object.values(fields(error)).join(' ');
  return (
    <Panel title={t('goods.pictures')} note={product.images.length}>
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <ProblemBox text={error ? problems || whole(error) : ''} />
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(220px, 1fr))' } }}>
          {product.images.map((picture, place) => (
            <PictureRow key={`${picture.id}-${picture.color}-${picture.alt}`} name={product.name} picture={picture} place={place} images={product.images} onPut={(images) => void put(images)} />
          ))}
        </Box>
        <input ref={input} type="file" accept="image/jpeg,image/png" hidden aria-label={t('goods.addPicture')} onChange={(event) => (void send(event.target.files?.[0]), (event.target.value = ''))} />
        <Box>
          <Button variant="outlined" loading={adding.isLoading || arranging.isLoading} onClick={() => input.current?.click()}>
            {t('goods.addPicture')}
          </Button>
          <Box sx={{ mt: 1, fontSize: 13, color: 'tokens.text2' }}>{t('goods.pictureHint')}</Box>
        </Box>
      </Box>
    </Panel>
  );
}

function PictureRow({ name, picture, place, images, onPut }: { name: string; picture: Picture; place: number; images: readonly Picture[]; onPut: (images: Picture[]) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState({ color: picture.color, alt: picture.alt });
  const move = (by: number) => {
    const rest = images.filter((_, each) => each !== place);
    onPut([...rest.slice(0, place + by), picture, ...rest.slice(place + by)]);
  };
  const isTouched = words.color !== picture.color || words.alt !== picture.alt;
  const keep = () => isTouched && onPut(images.map((old, each) => (each === place ? { ...old, ...words } : old)));
  return (
    <Box component="li" onBlur={keep} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
      <ProductPicture src={picture.url} alt={picture.alt || t('product.picture', { name, color: picture.color })} width={140} height={175} />
      <Labelled name={`picture-color-${place}`} hints={{}} label={t('product.color')} value={words.color} onText={(color) => setWords({ ...words, color })} />
      <Labelled name={`picture-alt-${place}`} hints={{}} label={t('goods.alt')} value={words.alt} onText={(alt) => setWords({ ...words, alt })} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <IconButton aria-label={t('goods.pictureEarlier', { number: place + 1 })} disabled={place === 0} onClick={() => move(-1)}>
          <ArrowBackOutlined fontSize="small" />
        </IconButton>
        <IconButton aria-label={t('goods.pictureLater', { number: place + 1 })} disabled={place === images.length - 1} onClick={() => move(1)}>
          <ArrowForwardOutlined fontSize="small" />
        </IconButton>
        <IconButton aria-label={t('goods.pictureRemove', { number: place + 1 })} onClick={() => onPut(images.filter((_, each) => each !== place))}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
    </Box>
  );
}
