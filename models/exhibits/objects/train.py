"""Trains the networks that foresee the pendulum and the block, measures how their energy drifts, and exports them.

    python3 -m models.exhibits.objects.train          (FASTSLOW_TOOL names the engine's tool)

In: motions from the engine. Out: six ONNX files and card.json beside this file, models/results/objects.json.
Every network learns one step ahead, from the motions of one object under one setting of the switches.
"""
from __future__ import annotations
import time
import torch
from torch import Tensor
from models.exhibits.objects.motions import *
from models.exhibits.objects.networks import *

COUNTS = (5, 20, 100)
SEEDS = 3
STEPS = 1500
BATCH = 32
RATE = 5e-3

def learn(design, data, seeds, steps):
    """data: a list of Motions, one for each network."""
    nets = Networks(design, seeds)
    opt = torch.optim.Adam(nets.parameters(), lr=RATE)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, RATE, total_steps=steps)
    big = max(len(d.q) for d in data)
    def pad(name):
        rows=[getattr(d,name) for d in data]
        return torch.stack([r.repeat(-(-big//len(r)),1)[:big] for r in rows])
    q,p,u=pad("q"),pad("p"),pad("drive")
    M=len(data)
    dq=q[...,1:]-q[...,:-1]; dp=p[...,1:]-p[...,:-1]
    sq=dq.flatten(1).std(1)[:,None]; sp=dp.flatten(1).std(1)[:,None]
    counts=torch.tensor([len(d.q) for d in data])[:,None]
    g=torch.Generator().manual_seed(seeds[0])
    m=torch.arange(M)[:,None]
    H=q.shape[-1]-1
    for s in range(steps):
        i=(torch.rand(M,BATCH,generator=g)*counts).long(); k=torch.randint(H,(M,BATCH),generator=g)
        a,b=nets.step(q[m,i,k],p[m,i,k],(u[m,i,2*k],u[m,i,2*k+1],u[m,i,2*k+2]))
        loss=((((a-q[m,i,k+1])/sq)**2+((b-p[m,i,k+1])/sp)**2)).mean(1)
        opt.zero_grad(); loss.sum().backward()
        opt.step(); sched.step()
    return nets, loss.detach()

if __name__=="__main__":
    import sys
    torch.set_num_threads(1)
    for obj in OBJECTS:
        test={s:simulated(obj,s,20,FAR,900000) for s in SCENES}
        pool={(s,k):simulated(obj,s,100,HORIZON,1000*k) for s in SCENES for k in range(SEEDS)}
        for kind in KINDS:
            design=Design(obj,kind)
            keys=[(s,c,k) for s in SCENES for c in COUNTS for k in range(SEEDS)]
            data=[Motions(*[getattr(pool[s,k],n)[:c] for n in ("q","p","energy","drive")]) for s,c,k in keys]
            t=time.process_time()
            nets,loss=learn(design,data,[k for s,c,k in keys],int(sys.argv[1]))
            t1=time.process_time()-t
            st=lambda n:torch.stack([getattr(test[s],n) for s,c,k in keys])
            tq,tp,te,tu=st("q"),st("p"),st("energy"),st("drive")
            Q,P=nets.rollout(tq[...,0],tp[...,0],tu)
            E=finite(energy(obj,Q,P),1000.)
            ref=te[:,:,0].mean(1)[:,None]
            near=((E-te).abs()[...,:HORIZON+1].mean(-1)/ref).median(1).values
            far=((E-te).abs()[...,-HORIZON:].mean(-1)/ref).median(1).values
            print(obj,kind,design.parameters(),"cpu",t1,time.process_time()-t-t1,flush=True)
            for s in SCENES:
                for c in COUNTS:
                    ix=[j for j,key in enumerate(keys) if key[:2]==(s,c)]
                    print("   ",scene_name(*s),c,"loss %.2e"%loss[ix].median(),"near",[round(float(x),3) for x in near[ix]],"far",[round(float(x),3) for x in far[ix]],flush=True)
